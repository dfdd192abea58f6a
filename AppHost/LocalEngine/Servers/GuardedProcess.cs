using System.Diagnostics;

namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>A child process, in a session of its own, that ends when we end, however we end.</summary>
/// <remarks>
/// The parent-death signal of Linux hangs on the parent's thread and is lost when the child changes its user, so a
/// tiny shell guards each child instead: it reads a pipe that only we hold. The pipe ends when we close it or die,
/// SIGKILL included; then the guard asks the child to stop, waits, and kills whatever is left of its process group.
/// The shell that starts both becomes the child by exec, so its id and exit code are the child's own.
/// </remarks>
internal sealed class GuardedProcess : IAsyncDisposable
{
    private const string Script = """
        exec 3<&0 </dev/null
        signal=$1 tenths=$2
        shift 2
        (
            trap '' INT TERM HUP QUIT
            exec <&3 3<&- >/dev/null 2>&1
            while read -r _; do :; done
            kill -s "$signal" $$
            while [ "$tenths" -gt 0 ] && kill -0 $$; do sleep 0.1; tenths=$((tenths - 1)); done
            kill -s KILL -- -$$
        ) &
        exec 3<&-
        exec "$@"
        """;

    private readonly Process _process;
    private readonly TimeSpan _grace;

    private GuardedProcess(Process process, TimeSpan grace)
    {
        _process = process;
        _grace = grace;
        Id = process.Id;
        Exited = WatchAsync();
    }

    internal int Id { get; }

    /// <summary>Completes with the exit code; 128 plus the signal's number when one ended it.</summary>
    internal Task<int> Exited { get; }

    internal static GuardedProcess Start(GuardedProcessStart start)
    {
        var process = new Process { StartInfo = StartInfo(start) };
        process.OutputDataReceived += (_, line) => Pass(line.Data, isError: false);
        process.ErrorDataReceived += (_, line) => Pass(line.Data, isError: true);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new GuardedProcess(process, start.Grace);

        void Pass(string? line, bool isError)
        {
            if (line is not null)
            {
                start.Log(line, isError);
            }
        }
    }

    /// <summary>Asks the process to end, and kills it with all of its group when it takes longer than its grace.</summary>
    internal async Task StopAsync()
    {
        CloseGuard();
        try
        {
            await Exited.WaitAsync(_grace + TimeSpan.FromSeconds(1));
        }
        catch (TimeoutException)
        {
            // Only when the guard itself was killed.
            Kill();
            await Exited;
        }
    }

    internal void Kill()
    {
        if (!Exited.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private async Task<int> WatchAsync()
    {
        await _process.WaitForExitAsync();
        // Members of its group that are still there go with it.
        CloseGuard();
        return _process.ExitCode;
    }

    private void CloseGuard()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The guard went first; there is nothing left to tell.
        }
    }

    private static ProcessStartInfo StartInfo(GuardedProcessStart start)
    {
        var tenths = ((int)(start.Grace.TotalSeconds * 10)).ToString();
        var info = new ProcessStartInfo("setsid")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = start.WorkingDirectory ?? "/",
        };
        string[] shell = ["sh", "-c", Script, "guard", start.StopSignal, tenths, .. start.CommandLine];
        Array.ForEach(shell, info.ArgumentList.Add);
        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        return info;
    }
}
