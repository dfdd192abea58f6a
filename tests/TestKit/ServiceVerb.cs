using System.Diagnostics;
using System.Reflection;

namespace FlowPlatform.TestKit;

/// <summary>A service's own verbs, such as "migrate", run as a process like a deployment runs them.</summary>
public static class ServiceVerb
{
    /// <summary>Runs it with these settings; returns the exit code and all that was printed.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(
        Assembly program,
        IEnumerable<KeyValuePair<string, string>> settings,
        params string[] words
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(settings);
        var start = new ProcessStartInfo("dotnet", [program.Location, .. words])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{await said}\n{await complained}");
    }
}
