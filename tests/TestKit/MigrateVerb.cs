using System.Diagnostics;
using System.Reflection;

namespace FlowPlatform.TestKit;

/// <summary>A service's own verb "migrate", run as a process like a deployment runs it.</summary>
public static class MigrateVerb
{
    /// <summary>Runs it with these settings; returns the exit code and all that was printed.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(
        Assembly program,
        IEnumerable<KeyValuePair<string, string>> settings
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(settings);
        var start = new ProcessStartInfo("dotnet", [program.Location, "migrate"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var migration = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = migration.StandardOutput.ReadToEndAsync();
        var complained = migration.StandardError.ReadToEndAsync();
        await migration.WaitForExitAsync();
        return (migration.ExitCode, $"{await said}\n{await complained}");
    }
}
