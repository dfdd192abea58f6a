namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>The data directory of a private PostgreSQL, made at first use.</summary>
internal sealed class PostgresCluster
{
    private readonly string _programs;

    private PostgresCluster(string programs, string home)
    {
        _programs = programs;
        Directory = Path.Combine(home, "data");
        Password = Secret.KeptIn(Path.Combine(home, "password"));
    }

    internal string Directory { get; }

    internal string Password { get; }

    /// <summary>PostgreSQL refuses to run as root; then it runs as the user that Debian's package made for it.</summary>
    internal static string[] AsServerUser { get; } =
        Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env"]
            : [];

    internal string Tool(string name) => Path.Combine(_programs, name);

    internal static async Task<PostgresCluster> OpenAsync(string home, IProgress<string> progress, CancellationToken ct)
    {
        var programs =
            ServerBinaries.Postgres()
            ?? throw new ServerException(
                "PostgreSQL's programs were not found.",
                "Run: sudo apt-get install postgresql"
            );
        System.IO.Directory.CreateDirectory(home);
        var cluster = new PostgresCluster(programs, home);
        if (System.IO.Directory.Exists(cluster.Directory))
        {
            await cluster.CheckVersionAsync(ct);
            return cluster;
        }

        progress.Report("making PostgreSQL's data directory");
        await cluster.MakeAsync(home, ct);
        return cluster;
    }

    /// <summary>
    /// PostgreSQL takes a lock file for alive when its process id is in use, by whatever program. Nobody else starts a
    /// server on this directory, and leftovers of ours were waited for, so the file can only be an old one.
    /// </summary>
    internal void ForgetLostPostmaster() => File.Delete(Path.Combine(Directory, "postmaster.pid"));

    // Made aside and renamed, so that an interrupted start does not leave half a data directory.
    private async Task MakeAsync(string home, CancellationToken ct)
    {
        var fresh = Path.Combine(home, "data.new");
        if (System.IO.Directory.Exists(fresh))
        {
            System.IO.Directory.Delete(fresh, recursive: true);
        }

        if (AsServerUser.Length > 0)
        {
            await RunAsync("chown", ["-R", "postgres:postgres", home], ct);
        }

        string[] initdb =
        [
            .. AsServerUser,
            Tool("initdb"),
            $"--pgdata={fresh}",
            $"--username={PostgresServer.UserName}",
            $"--pwfile={Path.Combine(home, "password")}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ];
        await RunAsync(initdb[0], initdb[1..], ct);
        System.IO.Directory.Move(fresh, Directory);
    }

    private async Task CheckVersionAsync(CancellationToken ct)
    {
        var made = (await File.ReadAllTextAsync(Path.Combine(Directory, "PG_VERSION"), ct)).Trim();
        var outcome = await Command.RunAsync(Tool("postgres"), ["--version"], ct);
        if (!outcome.Output.Contains($" {made}.", StringComparison.Ordinal))
        {
            throw new ServerException(
                $"The data in {Directory} were made by PostgreSQL {made}, but this is {outcome.Output}.",
                "Install that version, or start with --reset to begin anew."
            );
        }
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        var outcome = await Command.RunAsync(program, arguments, ct);
        if (!outcome.Succeeded)
        {
            throw new ServerException(
                $"PostgreSQL's data directory could not be made:{Environment.NewLine}{outcome.Output}"
            );
        }
    }
}
