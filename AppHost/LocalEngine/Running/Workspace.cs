using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>The data directory of one checkout, held by one AppHost at a time.</summary>
internal sealed class Workspace : IDisposable
{
    private const long SpaceNeeded = 300L << 20;

    private readonly FileStream _lock;

    private Workspace(string directory, FileStream @lock)
    {
        Directory = directory;
        _lock = @lock;
    }

    internal string Directory { get; }

    internal string Logs => Path.Combine(Directory, "logs");

    internal string PasswordFile => Path.Combine(Directory, "demo-passwords.txt");

    internal string PathOf(string name) => Path.Combine(Directory, name);

    internal static async Task<Workspace> OpenAsync(EngineOptions options, CancellationToken ct)
    {
        var directory = options.DataDirectory;
        try
        {
            System.IO.Directory.CreateDirectory(directory);
            // Inherited by every process of ours, so that the next start can tell which ones are left from this.
            Environment.SetEnvironmentVariable(DataFolder.Mark, directory);
            var workspace = new Workspace(directory, Lock(Path.Combine(directory, "lock")));
            await DataFolder.AwaitLeftoversAsync(directory, ct);
            if (options.Reset)
            {
                await workspace.EmptyAsync(ct);
            }

            CheckSpace(directory);
            System.IO.Directory.CreateDirectory(workspace.Logs);
            return workspace;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new ServerException(
                $"The data directory {directory} cannot be used: {refused.Message}",
                "Give another with --data.",
                refused
            );
        }
    }

    public void Dispose() => _lock.Dispose();

    // The kernel lets go of the lock when its holder dies, so a killed AppHost never blocks the next.
    internal static FileStream Lock(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new ServerException(
                $"The platform already runs from this checkout (process {HolderOf(path)}).",
                "Stop that one first, or start this one with --data and other ports."
            );
        }

        File.WriteAllText(HolderFile(path), $"{Environment.ProcessId}");
        return stream;
    }

    // Beside the lock: what another process has locked cannot be read.
    private static string HolderFile(string path) => $"{path}.holder";

    private static string HolderOf(string path) =>
        File.Exists(HolderFile(path)) ? File.ReadAllText(HolderFile(path)) : "unknown";

    private async Task EmptyAsync(CancellationToken ct)
    {
        foreach (var server in new[] { PathOf("postgres"), PathOf("messaging") })
        {
            var home = DataFolder.ReachableByServers(server);
            await DataFolder.AwaitLeftoversAsync(server, ct);
            await DataFolder.AwaitLeftoversAsync(home, ct);
            System.IO.Directory.Delete(home, recursive: true);
        }

        foreach (
            // Programs that were fetched are no data.
            var entry in new DirectoryInfo(Directory)
                .EnumerateFileSystemInfos()
                .Where(entry => entry.Name is not ("lock" or "lock.holder" or "tools"))
        )
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    private static void CheckSpace(string directory)
    {
        var free = new DriveInfo(directory).AvailableFreeSpace;
        if (free < SpaceNeeded)
        {
            throw new ServerException(
                $"Only {free >> 20} MB are free where {directory} lies; the servers need {SpaceNeeded >> 20} MB to start.",
                "Free some disk space, or give another folder with --data."
            );
        }
    }
}
