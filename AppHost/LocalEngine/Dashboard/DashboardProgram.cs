using System.Runtime.InteropServices;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>
/// The Aspire dashboard's program, fetched once by npm as the lock file names it, and unpacked into a folder of ours:
/// nothing is written to the person's home.
/// </summary>
internal sealed class DashboardProgram(string folder)
{
    private const string Package = "@microsoft/aspire-cli-linux-x64";
    private const string PackageFile = "package.json";
    private const string LockFile = "package-lock.json";

    private string Home => Path.Combine(folder, "home");

    private string Bundle => Path.Combine(folder, "bundle");

    private string Stamp => Path.Combine(folder, "installed");

    /// <summary>Where the program keeps what it would keep in the home of its user.</summary>
    internal IReadOnlyDictionary<string, string?> Environment =>
        new Dictionary<string, string?>
        {
            ["HOME"] = Home,
            ["ASPIRE_HOME"] = Bundle,
            ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true",
            ["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"] = "true",
        };

    /// <summary>The path of the program; a <see cref="ServerException"/> says why it cannot be had.</summary>
    internal async Task<string> EnsureAsync(IProgress<string> progress, CancellationToken ct)
    {
        var wanted = await File.ReadAllTextAsync(Repository.PathOf(SourceOf(LockFile)), ct);
        if (File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, ct) == wanted && Find() is { } installed)
        {
            return installed;
        }

        CheckThatItCanBeHad();
        progress.Report("fetching the Aspire dashboard with npm (about 150 MB, once)");
        Clear();
        await FetchAsync(ct);
        await UnpackAsync(ct);
        var program = Find() ?? throw new ServerException($"{Package} has no dashboard in it.");
        await File.WriteAllTextAsync(Stamp, wanted, ct);
        return program;
    }

    private static string SourceOf(string file) => Path.Combine("AppHost", "LocalEngine", "Dashboard", file);

    private static void CheckThatItCanBeHad()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            throw new ServerException(
                $"it is fetched for linux-x64 only, this is {RuntimeInformation.RuntimeIdentifier}"
            );
        }

        if (ServerBinaries.OnPath("npm") is null)
        {
            throw new ServerException("npm was not found");
        }
    }

    private void Clear()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(Home);
        foreach (var file in new[] { PackageFile, LockFile })
        {
            File.Copy(Repository.PathOf(SourceOf(file)), Path.Combine(folder, file));
        }
    }

    private async Task FetchAsync(CancellationToken ct)
    {
        string[] arguments =
        [
            "ci",
            "--prefix",
            folder,
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=1000",
        ];
        var outcome = await Command.RunAsync("npm", arguments, ct);
        if (!outcome.Succeeded)
        {
            throw new ServerException($"npm could not fetch {Package}: {FirstLine(outcome.Output)}");
        }
    }

    private async Task UnpackAsync(CancellationToken ct)
    {
        var modules = Path.Combine(folder, "node_modules");
        var program = Path.Combine(modules, Package, "bin", "aspire");
        var variables = Environment.Select(variable => $"{variable.Key}={variable.Value}");
        var outcome = await Command.RunAsync(
            "env",
            [.. variables, program, "setup", "--install-path", Bundle, "--non-interactive", "--nologo"],
            ct
        );
        if (!outcome.Succeeded)
        {
            throw new ServerException($"{Package} could not be unpacked: {FirstLine(outcome.Output)}");
        }

        Directory.Delete(modules, recursive: true);
    }

    private string? Find()
    {
        var versions = new DirectoryInfo(Path.Combine(Bundle, "versions"));
        return versions.Exists
            ? versions
                .EnumerateDirectories()
                .Select(version => Path.Combine(version.FullName, "managed", "aspire-managed"))
                .FirstOrDefault(File.Exists)
            : null;
    }

    private static string FirstLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
        ?? "it said nothing";
}
