using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.EndToEnd.Tests.Platform;

/// <summary>Finds processes of this test's platform, and of no other that may run on the machine.</summary>
internal static class PlatformProcesses
{
    /// <summary>The process of a resource itself, "board", "postgres" or "messaging", without the shell that guards it.</summary>
    public static IReadOnlyList<int> Find(string resource, string dataDirectory)
    {
        var (program, part) = resource switch
        {
            // The environment of PostgreSQL is emptied where it runs as another user; its folder tells whose it is.
            "postgres" => ("postgres", Path.Combine(dataDirectory, "postgres")),
            "messaging" => ("beam.smp", ""),
            _ => ("dotnet", $"FlowPlatform.{Project(resource)}.dll"),
        };
        return
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
                .Where(id =>
                    id > 0
                    && Has(id, "comm", program)
                    && Has(id, "cmdline", part)
                    && (program == "postgres" || Has(id, "environ", $"{DataFolder.Mark}={dataDirectory}"))
                ),
        ];
    }

    private static string Project(string resource) =>
        string.Concat(resource.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

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
