using System.Collections.Concurrent;
using System.Text.Json;
using FlowPlatform.Board.Data;
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

    /// <summary>In bytes: some 55,000 cards.</summary>
    private const long MostKept = 32 * 1024 * 1024;

    /// <summary>After more transitions than this it is cheaper to read the board as a whole.</summary>
    private const int MostTransitions = 1_000;

    private readonly LeastRecentlyUsed<Guid, BoardSnapshot> _boards = new(MostKept);
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _gates = [];
    private readonly JsonSerializerOptions _cards = json.Value.SerializerOptions;
    private readonly JsonSerializerOptions _boardJson = new(json.Value.SerializerOptions)
    {
        Converters = { new ShownCardJson() },
    };

    /// <summary>The board at this version or a later one; null for a board that does not exist.</summary>
    internal async Task<BoardSnapshot?> GetAsync(Guid boardId, long version, BoardQueries boards, CancellationToken ct)
    {
        if (Good(boardId, version) is { } known)
        {
            return known;
        }

        // Who comes while one reads the board waits for the same snapshot.
        var gate = _gates.GetOrAdd(boardId, _ => new(1, 1));
        await gate.WaitAsync(ct);
        try
        {
            return Good(boardId, version) ?? await RenewAsync(boardId, version, boards, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private DateTimeOffset FinishedSince => clock.GetUtcNow() - FinishedStay;

    private BoardSnapshot? Good(Guid boardId, long version) =>
        _boards.Find(boardId) is { } known && known.Version >= version && !(known.OldestFinish < FinishedSince)
            ? known
            : null;

    private async Task<BoardSnapshot?> RenewAsync(Guid boardId, long version, BoardQueries boards, CancellationToken ct)
    {
        var made = await MakeAsync(boardId, version, boards, ct);
        if (made is not null)
        {
            _boards.Keep(boardId, made, made.Size);
        }

        return made;
    }

    private async Task<BoardSnapshot?> MakeAsync(Guid boardId, long version, BoardQueries boards, CancellationToken ct)
    {
        var since = FinishedSince;
        if (_boards.Find(boardId) is { } known && version - known.Version <= MostTransitions)
        {
            var changed = await boards.ReadAsync(boardId, known.Version, since, ct);
            if (changed is { } read && read.OrderVersion <= known.Version)
            {
                return new(read.Board, After(known, read.Cards, since), _boardJson);
            }
        }

        return await boards.ReadAsync(boardId, null, since, ct) is { } all
            ? new(all.Board, [.. all.Cards.Select(card => Shown(card.Card, card.HasApprovedChange))], _boardJson)
            : null;
    }

    private List<ShownCard> After(
        BoardSnapshot known,
        List<(CardState Card, bool HasApprovedChange)> changed,
        DateTimeOffset finishedSince
    )
    {
        var ids = changed.Select(card => card.Card.Id).ToHashSet();
        var cards = known.Cards.FindAll(shown => !ids.Contains(shown.Id) && !(shown.FinishedAt < finishedSince));
        foreach (var (card, hasApprovedChange) in changed.Where(one => IsShown(one.Card, finishedSince)))
        {
            var shown = Shown(card, hasApprovedChange);
            cards.Insert(~cards.BinarySearch(shown, ShownCard.Order), shown);
        }

        return cards;
    }

    private static bool IsShown(CardState card, DateTimeOffset finishedSince) =>
        card is { ColumnId: not null, ArchivedAt: null } && !(card.FinishedAt < finishedSince);

    private ShownCard Shown(CardState card, bool hasApprovedChange) => ShownCard.From(card, hasApprovedChange, _cards);
}
