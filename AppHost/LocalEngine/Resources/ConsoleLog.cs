using System.Runtime.CompilerServices;

namespace FlowPlatform.AppHost.LocalEngine.Resources;

internal sealed record ConsoleLine(int Number, DateTimeOffset At, string Text, bool IsError);

/// <summary>
/// The last console lines of one resource, for any number of readers. Memory is bounded by characters; a reader that is
/// slower than the writer loses the oldest lines and sees by their numbers that it did.
/// </summary>
internal sealed class ConsoleLog(TimeProvider clock, int maxCharacters = ConsoleLog.DefaultMaxCharacters)
{
    internal const int DefaultMaxCharacters = 2_000_000;

    /// <summary>A batch stays far below what a client accepts as one message.</summary>
    private const int BatchCharacters = 500_000;

    private readonly Lock _gate = new();
    private readonly List<ConsoleLine> _lines = [];
    private TaskCompletionSource _appended = NewSignal();
    private int _lastNumber;
    private int _characters;

    internal void Append(string text, bool isError = false)
    {
        TaskCompletionSource appended;
        lock (_gate)
        {
            var line = text.Length > BatchCharacters ? text[..BatchCharacters] : text;
            _lines.Add(new ConsoleLine(++_lastNumber, clock.GetUtcNow(), line, isError));
            _characters += CostOf(line);
            if (_characters > maxCharacters)
            {
                DropOldest();
            }

            appended = _appended;
            _appended = NewSignal();
        }

        appended.TrySetResult();
    }

    /// <summary>The lines kept so far in batches, then, when followed, each new one as it comes.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<ConsoleLine>> ReadAsync(
        bool follow,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var seen = 0;
        while (true)
        {
            var (batch, appended) = After(seen);
            if (batch.Count > 0)
            {
                seen = batch[^1].Number;
                yield return batch;
            }
            else if (follow)
            {
                await appended.WaitAsync(ct);
            }
            else
            {
                yield break;
            }
        }
    }

    /// <summary>Frees a quarter at once: the list moves what it keeps, so that must not happen on every line.</summary>
    private void DropOldest()
    {
        var dropped = 0;
        while (_characters > maxCharacters / 4 * 3 && dropped < _lines.Count - 1)
        {
            _characters -= CostOf(_lines[dropped++].Text);
        }

        _lines.RemoveRange(0, dropped);
    }

    private (IReadOnlyList<ConsoleLine> Batch, Task Appended) After(int seen)
    {
        lock (_gate)
        {
            var characters = 0;
            var skip = _lines.Count == 0 ? 0 : Math.Max(0, seen - _lines[0].Number + 1);
            var batch = _lines.Skip(skip).TakeWhile(line => (characters += line.Text.Length) <= BatchCharacters);
            return ([.. batch], _appended.Task);
        }
    }

    /// <summary>An empty line costs its object.</summary>
    private static int CostOf(string text) => text.Length + 50;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
