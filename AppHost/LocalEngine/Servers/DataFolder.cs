using System.Security.Cryptography;
using System.Text;

namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>Decides where data may lie, and clears away what an earlier run left behind.</summary>
internal static class DataFolder
{
    /// <summary>The variable by which a running server is known to belong to a data directory.</summary>
    internal const string Mark = "FLOWPLATFORM_DATA";

    /// <summary>
    /// PostgreSQL refuses to run as root, so root starts it as another user, who must be able to reach its data. Where
    /// a folder on the way is closed to others (such as /root), the data lie outside, in a folder named after the path.
    /// </summary>
    internal static string ReachableByServers(string wanted)
    {
        var path = Path.GetFullPath(wanted);
        Directory.CreateDirectory(path);
        if (!Environment.IsPrivilegedProcess || IsOpenToOthers(path))
        {
            return path;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
        return Path.Combine("/var/lib/flowplatform", hash);
    }

    /// <summary>Waits for a server that an owner killed just now still guards, and ends it when it does not go.</summary>
    internal static async Task AwaitLeftoversAsync(string directory, CancellationToken ct)
    {
        for (var attempt = 0; Leftovers(directory).Any(); attempt++)
        {
            if (attempt == 100)
            {
                Leftovers(directory).ToList().ForEach(Kill);
            }
            else if (attempt == 150)
            {
                var ids = string.Join(' ', Leftovers(directory));
                throw new ServerException(
                    $"A server of an earlier run still uses {directory}.",
                    $"Run: sudo kill -9 {ids}"
                );
            }

            await Task.Delay(100, ct);
        }
    }

    private static bool IsOpenToOthers(string path)
    {
        for (var folder = Directory.GetParent(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<int> Leftovers(string directory) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && id != Environment.ProcessId && IsMarked(id, directory));

    private static bool IsMarked(int id, string directory)
    {
        try
        {
            var variables = File.ReadAllText($"/proc/{id}/environ").Split('\0');
            return variables.Contains($"{Mark}={directory}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It went by itself in the meantime.
        }
    }
}
