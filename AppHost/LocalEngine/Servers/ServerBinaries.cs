namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>Finds the folders that hold the machine's own server programs.</summary>
internal static class ServerBinaries
{
    private const string PostgresHome = "/usr/lib/postgresql";
    private const string RabbitHome = "/usr/lib/rabbitmq/lib";

    /// <summary>The folder with <c>postgres</c> and <c>initdb</c>: on the path, else the newest that Debian put aside.</summary>
    internal static string? Postgres() => OnPath("postgres", "initdb") ?? Newest(PostgresHome, "bin", "postgres");

    /// <summary>
    /// The folder with the plain <c>rabbitmq-server</c>. Debian's own first: what it has on the path is a wrapper that
    /// insists on the system's user.
    /// </summary>
    internal static string? Rabbit() => Newest(RabbitHome, "sbin", "rabbitmq-server") ?? OnPath("rabbitmq-server");

    internal static string? OnPath(params string[] programs)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            ':',
            StringSplitOptions.RemoveEmptyEntries
        );
        return folders.FirstOrDefault(folder => programs.All(program => File.Exists(Path.Combine(folder, program))));
    }

    private static string? Newest(string home, string folder, string program)
    {
        if (!Directory.Exists(home))
        {
            return null;
        }

        return Directory
            .EnumerateDirectories(home)
            .Where(version => File.Exists(Path.Combine(version, folder, program)))
            .OrderByDescending(VersionOf)
            .Select(version => Path.Combine(version, folder))
            .FirstOrDefault();
    }

    private static Version VersionOf(string path)
    {
        var text = Path.GetFileName(path).Split('-')[^1];
        return Version.TryParse(text.Contains('.') ? text : text + ".0", out var version) ? version : new Version(0, 0);
    }
}
