using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Workloads;

/// <summary>Builds all projects of the model in one go, unless nothing changed since the last time.</summary>
internal sealed class BuildOutput(IReadOnlyList<string> projects, string dataDirectory)
{
    private static readonly string[] Watched = ["services", "gateway"];
    private static readonly string[] NotSources = ["node_modules", "obj", "bin", "artifacts", "dist", "wwwroot"];

    /// <summary>The host that runs us, which need not be on the path.</summary>
    internal static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    internal static string ProgramOf(string projectPath)
    {
        var name = Path.GetFileNameWithoutExtension(projectPath);
        var flavour = EngineOptions.Configuration.ToLowerInvariant();
        return Repository.PathOf($"artifacts/bin/{name}/{flavour}/FlowPlatform.{name}.dll");
    }

    /// <summary>Returns what was done, for the person who waits.</summary>
    internal async Task<string> BuildAsync(CancellationToken ct)
    {
        var stamp = Path.Combine(dataDirectory, "build.stamp");
        var sources = Fingerprint();
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == sources && HasPrograms())
        {
            return "services are up to date";
        }

        File.Delete(stamp);
        await RunAsync(ct);
        await File.WriteAllTextAsync(stamp, sources, ct);
        return "services built";
    }

    internal bool HasPrograms() => projects.All(project => File.Exists(ProgramOf(project)));

    private async Task RunAsync(CancellationToken ct)
    {
        var said = new List<string>();
        var process = GuardedProcess.Start(
            new GuardedProcessStart(Dotnet, Arguments(WriteFilter()))
            {
                WorkingDirectory = Repository.Root,
                Grace = TimeSpan.FromSeconds(1),
                Log = (line, _) => said.Add(line),
            }
        );
        await using (process)
        {
            if (await process.Exited.WaitAsync(ct) != 0)
            {
                var errors = said.Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct().Take(20);
                var text = string.Join(
                    Environment.NewLine,
                    errors.DefaultIfEmpty(string.Join(Environment.NewLine, said.TakeLast(20)))
                );
                throw new ServerException($"The services could not be built:{Environment.NewLine}{text}");
            }
        }
    }

    // Build nodes must not stay: they would be members of our process group and be killed under another build.
    private static string[] Arguments(string filter) =>
        [
            "build",
            filter,
            "-c",
            EngineOptions.Configuration,
            "-v",
            "quiet",
            "--nologo",
            "-clp:ErrorsOnly",
            "-nodeReuse:false",
        ];

    private string WriteFilter()
    {
        var filter = Path.Combine(dataDirectory, "services.slnf");
        var solution = new
        {
            path = Path.GetRelativePath(dataDirectory, Repository.PathOf("FlowPlatform.sln")),
            projects = projects.Select(project => Path.GetRelativePath(Repository.Root, project)),
        };
        File.WriteAllText(filter, JsonSerializer.Serialize(new { solution }));
        return filter;
    }

    /// <summary>Names, sizes and times of all sources: enough to see a change, and read in milliseconds.</summary>
    private static string Fingerprint()
    {
        var root = new DirectoryInfo(Repository.Root);
        var files = Watched
            .SelectMany(folder => SourcesUnder(new DirectoryInfo(Repository.PathOf(folder))))
            .Concat(root.EnumerateFiles("Directory.*"))
            .Concat(root.EnumerateFiles(".editorconfig"))
            .Select(file => $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}")
            .Order(StringComparer.Ordinal)
            .Prepend(EngineOptions.Configuration);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))));
    }

    private static IEnumerable<FileInfo> SourcesUnder(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Concat(
                folder
                    .EnumerateDirectories()
                    .Where(inner => !NotSources.Contains(inner.Name, StringComparer.Ordinal))
                    .SelectMany(SourcesUnder)
            );
}
