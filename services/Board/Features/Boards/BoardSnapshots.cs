using System.Collections.Concurrent;
using System.Text.Json;
using FlowPlatform.Board.Domain.Cards;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// The last snapshot of each board that somebody reads. Whether it is still the board is asked of the database, by its
/// version, so that replicas need not tell each other anything; what changed since is read alone. Costs one row where
/// nothing changed, else the cards that did and one pass over the others.
/// </summary>
internal sealed class BoardSnapshots(TimeProvider clock, IOptions<JsonOptions> json)
{
    /// <summary>Finished cards stay in sight for two weeks; the measures know all of them.</summary>
    private static readonly TimeSpan FinishedStay = TimeSpan.FromDays(14);

    /// <summary>Beyond this many cards (some 300 MB) the snapshots start anew.</summary>
    private const int MostCards = 200_000;

    /// <summary>After more transitions than this it is cheaper to read the board as a whole.</summary>
    private const int MostTransitions = 1_000;

    private readonly ConcurrentDictionary<Guid, Kept> _boards = [];
    private readonly JsonSerializerOptions _json = CardJson.OptionsBeside(json.Value.SerializerOptions);
    private int _cards;

    /// <summary>The board at this version or a later one; null for a board that does not exist.</summary>
    internal async Task<BoardSnapshot?> GetAsync(Guid boardId, long version, BoardQueries boards, CancellationToken ct)
    {
        var kept = _boards.GetOrAdd(boardId, _ => new());
        if (IsGood(kept.Last, version))
        {
            return kept.Last;
        }

        // Who comes while one reads the board waits for the same snapshot.
        await kept.Gate.WaitAsync(ct);
        try
        {
            if (!IsGood(kept.Last, version))
            {
                var made = await MakeAsync(boardId, version, kept.Last, boards, ct);
                Count((made?.Cards.Count ?? 0) - (kept.Last?.Cards.Count ?? 0));
                kept.Last = made;
            }

            return kept.Last;
        }
        finally
        {
            kept.Gate.Release();
        }
    }

    private sealed class Kept
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);
        internal volatile BoardSnapshot? Last;
    }

    private DateTimeOffset FinishedSince => clock.GetUtcNow() - FinishedStay;

    private bool IsGood(BoardSnapshot? known, long version) =>
        known is not null && known.Version >= version && !(known.OldestFinish < FinishedSince);

    private void Count(int more)
    {
        if (Interlocked.Add(ref _cards, more) > MostCards)
        {
            _boards.Clear();
            Interlocked.Exchange(ref _cards, 0);
        }
    }

    private async Task<BoardSnapshot?> MakeAsync(
        Guid boardId,
        long version,
        BoardSnapshot? known,
        BoardQueries boards,
        CancellationToken ct
    )
    {
        var since = FinishedSince;
        if (known is not null && version - known.Version <= MostTransitions)
        {
            var changed = await boards.ReadAsync(boardId, known.Version, since, ct);
            if (changed is { } read && read.OrderVersion <= known.Version)
            {
                return new(read.Board, After(known, read.Cards, since), _json);
            }
        }

        return await boards.ReadAsync(boardId, null, since, ct) is { } all
            ? new(all.Board, [.. all.Cards.Select(card => Shown(card.Card, card.HasApprovedChange))], _json)
            : null;
    }

    private static List<ShownCard> After(
        BoardSnapshot known,
        List<(CardState Card, bool HasApprovedChange)> changed,
        DateTimeOffset finishedSince
    )
    {
        var ids = changed.Select(card => card.Card.Id).ToHashSet();
        var cards = known.Cards.FindAll(shown =>
            !ids.Contains(shown.Card.Id) && !(shown.Card.FinishedAt < finishedSince)
        );
        foreach (var (card, hasApprovedChange) in changed.Where(one => IsShown(one.Card, finishedSince)))
        {
            var shown = Shown(card, hasApprovedChange);
            cards.Insert(~cards.BinarySearch(shown, ShownCard.Order), shown);
        }

        return cards;
    }

    private static bool IsShown(CardState card, DateTimeOffset finishedSince) =>
        card is { ColumnId: not null, ArchivedAt: null } && !(card.FinishedAt < finishedSince);

    // What is shown stands in a column.
    private static ShownCard Shown(CardState card, bool hasApprovedChange) =>
        new(card.ColumnId!.Value, card.Position, BoardCardResponse.From(card, hasApprovedChange));
}
