using System.Collections.Concurrent;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Features.Cards;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// The last events of each board that somebody follows, so that a change is read once for all its streams and not once
/// for each. The numbers of a board's events have no gaps, so what is kept is known to be whole.
/// </summary>
internal sealed class BoardEvents(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Events told at once; a stream that is further behind asks again.</summary>
    internal const int MostAtOnce = 500;
    private const int MostBoards = 1_000;
    private readonly ConcurrentDictionary<Guid, Tail> _tails = [];

    /// <summary>What happened on the board after the event that was seen, as of now, in order.</summary>
    internal async Task<IReadOnlyList<TransitionResponse>> AfterAsync(Guid boardId, long seen, CancellationToken ct)
    {
        var asked = clock.GetTimestamp();
        var tail = _tails.GetOrAdd(boardId, _ => new(seen));
        await tail.Gate.WaitAsync(ct);
        try
        {
            // A read that began after this was asked knows all that was committed by then.
            if (tail.ReadAt <= asked)
            {
                tail.ForgetBefore(seen);
                var began = clock.GetTimestamp();
                tail.Add(await ReadAsync(boardId, tail.Last, ct));
                tail.ReadAt = began;
            }

            if (tail.Knows(seen))
            {
                return tail.After(seen);
            }
        }
        finally
        {
            tail.Gate.Release();
        }

        return await ReadAsync(boardId, seen, ct);
    }

    private sealed class Tail(long seen)
    {
        private const int MostKept = 2 * MostAtOnce;
        private readonly List<TransitionResponse> _events = [];

        internal SemaphoreSlim Gate { get; } = new(1, 1);
        internal long ReadAt { get; set; } = long.MinValue;
        internal long Last { get; private set; } = seen;

        internal bool Knows(long seen) => seen >= Last - _events.Count && seen <= Last;

        internal List<TransitionResponse> After(long seen)
        {
            var many = (int)(Last - seen);
            return _events.GetRange(_events.Count - many, Math.Min(many, MostAtOnce));
        }

        /// <summary>Nobody followed for a while: what nobody needs any more is not read either.</summary>
        internal void ForgetBefore(long seen)
        {
            if (seen > Last)
            {
                _events.Clear();
                Last = seen;
            }
        }

        internal void Add(List<TransitionResponse> events)
        {
            _events.AddRange(events);
            _events.RemoveRange(0, Math.Max(0, _events.Count - MostKept));
            Last = events is [.., var newest] ? newest.Sequence : Last;
        }
    }

    /// <summary>Each read has a scope of its own, so that an idle stream holds no connection to the database.</summary>
    private async Task<List<TransitionResponse>> ReadAsync(Guid boardId, long seen, CancellationToken ct)
    {
        if (_tails.Count > MostBoards)
        {
            _tails.Clear();
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoardDbContext>();
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(row => row.BoardId == boardId && row.Sequence > seen)
            .OrderBy(row => row.Sequence)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        var workflows = scope.ServiceProvider.GetRequiredService<WorkflowCache>();
        var events = new List<TransitionResponse>(rows.Count);
        foreach (var row in rows)
        {
            // Each event names columns as they were when it happened.
            events.Add(CardQueries.Response(row, await workflows.GetAsync(db, boardId, row.WorkflowVersion, ct)));
        }

        return events;
    }
}
