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

    /// <summary>Set with the moves that it is to carry out, its own first; without any once it has been carried out.</summary>
    internal TaskCompletionSource<IReadOnlyList<WaitingMove>> Turn { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null where it was not decided with the others and has to go alone.</summary>
    internal Result<CardResponse>? Answer { get; set; }
}

/// <summary>
/// Moves of one board come one after the other, whoever waits: they wait here rather than at the board's lock in the
/// database. The first goes at once; those that come meanwhile are carried out together by one of them, in one
/// transaction, each decided on the board as the one before left it. So a busy board costs a transaction for many moves,
/// and an idle one waits for nobody. Other replicas are kept out by the lock, as ever.
/// </summary>
internal sealed class MoveQueue
{
    private const int MostTogether = 64;
    private const int MostKnown = 200_000;
    private readonly ConcurrentDictionary<Guid, Line> _lines = [];
    private readonly ConcurrentDictionary<Guid, Guid> _boardOf = [];

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
        var together = await move.Turn.Task;
        if (together.Count == 0)
        {
            return move.Answer;
        }

        try
        {
            await carryOut(together);
        }
        finally
        {
            foreach (var other in together.Skip(1))
            {
                other.Turn.SetResult([]);
            }

            line.Leave();
        }

        return move.Answer;
    }

    private sealed class Line
    {
        private readonly Lock _lock = new();
        private readonly Queue<WaitingMove> _waiting = [];
        private bool _isBusy;

        internal void Enter(WaitingMove move)
        {
            lock (_lock)
            {
                _waiting.Enqueue(move);
                if (!_isBusy)
                {
                    _isBusy = true;
                    Next();
                }
            }
        }

        internal void Leave()
        {
            lock (_lock)
            {
                _isBusy = _waiting.Count > 0;
                if (_isBusy)
                {
                    Next();
                }
            }
        }

        private void Next()
        {
            var together = new List<WaitingMove>();
            while (together.Count < MostTogether && _waiting.TryDequeue(out var move))
            {
                together.Add(move);
            }

            together[0].Turn.SetResult(together);
        }
    }
}
