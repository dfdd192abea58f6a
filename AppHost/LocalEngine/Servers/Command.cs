using System.ComponentModel;
using System.Diagnostics;

namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>Runs a short program to its end and keeps what it said.</summary>
internal static class Command
{
    internal sealed record Outcome(int ExitCode, string Output)
    {
        internal bool Succeeded => ExitCode == 0;
    }

    internal static Task<Outcome> RunAsync(string fileName, IEnumerable<string> arguments, CancellationToken ct) =>
        RunAsync(fileName, arguments, static _ => { }, ct);

    internal static async Task<Outcome> RunAsync(
        string fileName,
        IEnumerable<string> arguments,
        Action<string> onLine,
        CancellationToken ct
    )
    {
        var info = new ProcessStartInfo(fileName, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        using var process = new Process { StartInfo = info };
        var lines = new List<string>();
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        return await RunAsync(process, lines, ct);

        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
            {
                return;
            }

            lock (lines)
            {
                lines.Add(line.Data);
            }

            onLine(line.Data);
        }
    }

    private static async Task<Outcome> RunAsync(Process process, List<string> lines, CancellationToken ct)
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            return new Outcome(127, missing.Message);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (lines)
        {
            return new Outcome(process.ExitCode, string.Join(Environment.NewLine, lines));
        }
    }
}
