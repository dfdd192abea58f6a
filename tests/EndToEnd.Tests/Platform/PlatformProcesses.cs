using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.EndToEnd.Tests.Platform;

/// <summary>Finds processes of this test's platform, and of no other that may run on the machine.</summary>
internal static class PlatformProcesses
{
    public static IReadOnlyList<int> Find(string commandLinePart, string dataDirectory) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
                .Where(id =>
                    id > 0
                    && Has(id, "cmdline", commandLinePart)
                    && Has(id, "environ", $"{DataFolder.Mark}={dataDirectory}")
                ),
        ];

    private static bool Has(int id, string file, string text)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}").Contains(text, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
