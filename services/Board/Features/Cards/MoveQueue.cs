using System.Collections.Concurrent;
using System.Diagnostics;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>A move that may wait for its board together with others.</summary>
internal sealed record WaitingMove(
    Guid CardId,
    IReadOnlyList<Guid> People,
    IfMatch Seen,
    CurrentUser User,
    Func<LockedCard, DateTimeOffset, Decision> Decide
)
{
    /// <summary>Whose trace the messages of this move belong to, whoever writes them.</summary>
    internal Activity? Trace { get; } = Activity.Current;

    /// <summary>Whether it is to carry out those that wait, itself among them; false once another has carried it out.</summary>
    internal TaskCompletionSource<bool> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null where it was not decided with the others and has to go alone.</summary>
    internal Result<CardResponse>? Answer { get; set; }
}

/// <summary>
/// Moves of one board come one after the other, whoever waits: they wait here rather than at the board's lock in the
/// database. The first goes at once; those that come meanwhile are carried out together by one of them, in one
/// transaction, each decided on the board as the one before left it. So a busy board costs a transaction for many moves,
/// and an idle one waits for nobody. Where many boards are busy, those beyond the processors wait a moment for each other, while more
/// moves join them. Other replicas are kept out by the lock, as ever.
/// </summary>
internal sealed class MoveQueue : IDisposable
{
    /// <summary>A board whose lock somebody holds for long, as an import does, shall not keep the others waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private const int MostTogether = 64;
    private const int MostKnown = 200_000;
    private readonly ConcurrentDictionary<Guid, Line> _lines = [];
    private readonly ConcurrentDictionary<Guid, Guid> _boardOf = [];
    private readonly SemaphoreSlim _atOnce = new(Environment.ProcessorCount);

    /// <summary>The board of a card that moved here before.</summary>
    internal Guid? BoardOf(Guid cardId) => _boardOf.TryGetValue(cardId, out var board) ? board : null;

    internal void Remember(Guid cardId, Guid boardId)
    {
        if (_boardOf.Count >= MostKnown)
        {
            _boardOf.Clear();
        }

        _boardOf[cardId] = boardId;
    }

    /// <summary>Its answer, once it was carried out; null where it has to go alone.</summary>
    internal async Task<Result<CardResponse>?> RunAsync(
        Guid boardId,
        WaitingMove move,
        Func<IReadOnlyList<WaitingMove>, Task> carryOut
    )
    {
        var line = _lines.GetOrAdd(boardId, _ => new());
        line.Enter(move);
        if (!await move.Turn.Task)
        {
            return move.Answer;
        }

        var hasSlot = await _atOnce.WaitAsync(Patience);
        var together = line.Take(move);
        try
        {
            await carryOut(together);
        }
        finally
        {
            if (hasSlot)
            {
                _atOnce.Release();
            }

            foreach (var other in together.Skip(1))
            {
                other.Turn.SetResult(false);
            }

            line.Leave();
        }

        return move.Answer;
    }

    public void Dispose() => _atOnce.Dispose();

    private sealed class Line
    {
        private readonly Lock _lock = new();
        private readonly Queue<WaitingMove> _waiting = [];
        private bool _isBusy;

        internal void Enter(WaitingMove move)
        {
            lock (_lock)
            {
                if (_isBusy)
                {
                    _waiting.Enqueue(move);
                    return;
                }

                _isBusy = true;
            }

            move.Turn.SetResult(true);
        }

        /// <summary>The one whose turn it is, and those that wait behind it.</summary>
        internal List<WaitingMove> Take(WaitingMove first)
        {
            lock (_lock)
            {
                List<WaitingMove> together = [first];
                while (together.Count < MostTogether && _waiting.TryDequeue(out var move))
                {
                    together.Add(move);
                }

                return together;
            }
        }

        internal void Leave()
        {
            WaitingMove? next;
            lock (_lock)
            {
                _isBusy = _waiting.TryDequeue(out next);
            }

            next?.Turn.SetResult(true);
        }
    }
}
