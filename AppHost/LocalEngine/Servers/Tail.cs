namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>The last lines that a program said, to explain why it went.</summary>
internal sealed class Tail
{
    private const int Kept = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Queue<string> _lines = new();

    internal void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
            {
                _lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (_lines)
        {
            return string.Join(Environment.NewLine, _lines.Select(line => "  " + line));
        }
    }

    /// <summary>Waits until a program is ready; when it ends first or takes too long, says so with its last words.</summary>
    internal async Task AwaitReadyAsync(string name, Task ready, GuardedProcess process, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var first = await Task.WhenAny(ready, process.Exited, Task.Delay(Patience, patience.Token));
        await patience.CancelAsync();
        if (first == ready && ready.IsCompletedSuccessfully)
        {
            return;
        }

        // Not ready is not running: the next launch must find its port and data free.
        await process.StopAsync();
        ct.ThrowIfCancellationRequested();
        await (first == ready ? ready : Task.CompletedTask);
        var what = first == process.Exited ? $"ended with exit code {await process.Exited}" : "did not become ready";
        throw new ServerException($"{name} {what}. Its last words:{Environment.NewLine}{this}", Remedy());
    }

    private string? Remedy() =>
        ToString().Contains("No space left on device", StringComparison.OrdinalIgnoreCase)
            ? "Free some disk space."
            : null;
}
