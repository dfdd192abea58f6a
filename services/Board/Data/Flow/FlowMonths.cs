using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Data.BoardSql;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>Reads what ended in months, from memory where it did not change.</summary>
internal sealed class FlowMonths(BoardDbContext db, FlowCache cache)
{
    private const string EndedIn =
        "SELECT " + FlowItemReader.Columns + " FROM flow_item WHERE board_id = $1 AND ended_month = $2";

    /// <summary>The months of these stamps in their order.</summary>
    internal async Task<List<FlowPart>> ReadAsync(
        Guid boardId,
        Dictionary<int, long> stamps,
        FlowFilter filter,
        CancellationToken ct
    )
    {
        var ended = new List<FlowPart>();
        foreach (var (month, stamp) in stamps.OrderBy(month => month.Key))
        {
            ended.Add(await MonthAsync(boardId, month, stamp, filter, ct));
        }

        return ended;
    }

    private async Task<FlowPart> MonthAsync(
        Guid boardId,
        int month,
        long stamp,
        FlowFilter filter,
        CancellationToken ct
    )
    {
        if (cache.Find(boardId, month, filter, stamp) is { } known)
        {
            return known;
        }

        var all = filter.TakesAll
            ? await EndedAsync(boardId, month, ct)
            : (await MonthAsync(boardId, month, stamp, default, ct)).Items;
        var part = FlowPart.Month(all.Where(item => filter.Takes(item.Category, item.ClassOfService)));
        cache.Keep(boardId, month, filter, stamp, part);
        return part;
    }

    private async Task<IReadOnlyList<FlowItem>> EndedAsync(Guid boardId, int month, CancellationToken ct)
    {
        var items = new List<FlowItem>();
        await using var batch = Batch(Command(EndedIn, Uuid(boardId), Number(month)));
        await using var reader = await db.ReadAsync(batch, ct);
        await reader.FillAsync(items, FlowItemReader.Item, ct);
        return items;
    }
}
