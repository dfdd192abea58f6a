using System.Data;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static FlowPlatform.Board.Data.BoardSql;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>
/// Reads what the measures of a window are computed from, as of one instant: what ended within it, what was on the
/// board at its end, and the number of what ended before. Costs the items of the months that the window touches, from
/// memory where they did not change; the history outside costs a row for each kind of item a month.
/// </summary>
internal sealed class FlowReader(BoardDbContext db, FlowProjection projection, FlowCache cache, WorkflowCache workflows)
{
    private const string OnBoard =
        "SELECT " + FlowItemReader.Columns + " FROM flow_item WHERE board_id = $1 AND lived @> $2";
    private const string EndedIn =
        "SELECT " + FlowItemReader.Columns + " FROM flow_item WHERE board_id = $1 AND ended_month = $2";
    private const string Stamps =
        "SELECT month, max(stamp) FROM flow_block WHERE board_id = $1 AND month BETWEEN $2 AND $3 GROUP BY month";
    private const string EndedBefore = """
        SELECT category, class_of_service, furthest, is_finished, sum(items) FROM flow_block
        WHERE board_id = $1 AND month < $2 GROUP BY 1, 2, 3, 4
        """;

    internal async Task<FlowSample> ReadAsync(Guid boardId, DisplayDays days, FlowFilter filter, CancellationToken ct)
    {
        await projection.CatchUpAsync(boardId, ct);
        await using var snapshot = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct)
            : null;
        var version = await db
            .Boards.Where(board => board.Id == boardId)
            .Select(board => board.WorkflowVersion)
            .SingleAsync(ct);
        var read = await PartsAsync(boardId, days.Window, ct);
        var ended = await EndedAsync(boardId, read.Stamps, ct);
        var versions = await workflows.AllAsync(db, boardId, version, ct);
        return Sample(days, filter, versions, read, ended);
    }

    private static FlowSample Sample(
        DisplayDays days,
        FlowFilter filter,
        WorkflowVersions versions,
        Parts read,
        List<FlowMonth> ended
    )
    {
        var window = days.Window;
        var items = new List<FlowItem>(ended.Sum(month => month.Items.Length) + read.OnBoard.Count);
        var before = read
            .Before.FindAll(kind => filter.Takes(kind.Category, kind.ClassOfService))
            .ConvertAll(k => k.Ended);
        foreach (var month in ended)
        {
            // Months in the middle of a long window are taken as they are.
            if (filter.TakesAll && month.IsWithin(window))
            {
                items.AddRange(month.Items);
                continue;
            }

            AddPart(month, window, filter, versions.Current, items, before);
        }

        items.AddRange(read.OnBoard.Where(item => filter.Takes(item.Category, item.ClassOfService)));
        return new(days, versions, items, before);
    }

    private static void AddPart(
        FlowMonth month,
        Window window,
        FlowFilter filter,
        DefinitionOfWorkflow workflow,
        List<FlowItem> items,
        List<EndedBefore> before
    )
    {
        foreach (var item in month.Items.Where(item => filter.Takes(item.Category, item.ClassOfService)))
        {
            if (item.EndedAt < window.From)
            {
                before.Add(new(FlowFacts.Furthest(item, workflow), item.FinishedAt is not null, 1));
            }
            else if (item.EndedAt < window.To && item.CommittedAt < window.To)
            {
                items.Add(item);
            }
        }
    }

    private sealed record Kind(WorkCategory Category, ClassOfService ClassOfService, EndedBefore Ended);

    private sealed record Parts(List<FlowItem> OnBoard, Dictionary<int, long> Stamps, List<Kind> Before);

    private async Task<Parts> PartsAsync(Guid boardId, Window window, CancellationToken ct)
    {
        var (first, last) = (FlowItemCopy.MonthOf(window.From), FlowItemCopy.MonthOf(window.To));
        await using var batch = FlowProjection.Batch(
            Command(OnBoard, Uuid(boardId), Instant(window.To)),
            Command(Stamps, Uuid(boardId), Number(first), Number(last)),
            Command(EndedBefore, Uuid(boardId), Number(first))
        );
        var onBoard = new List<FlowItem>();
        var stamps = new List<(int Month, long Stamp)>();
        var before = new List<Kind>();
        await using var reader = await db.ReadAsync(batch, ct);
        await reader.FillAsync(onBoard, FlowItemReader.Item, ct);
        await reader.FillAsync(stamps, row => (row.GetInt32(0), row.GetInt64(1)), ct);
        await reader.FillAsync(before, Before, ct);
        return new(onBoard, stamps.ToDictionary(month => month.Month, month => month.Stamp), before);
    }

    private static Kind Before(NpgsqlDataReader row) =>
        new(
            Enum.Parse<WorkCategory>(row.GetString(0)),
            Enum.Parse<ClassOfService>(row.GetString(1)),
            new(row.GetGuid(2), row.GetBoolean(3), row.GetInt64(4))
        );

    private async Task<List<FlowMonth>> EndedAsync(Guid boardId, Dictionary<int, long> stamps, CancellationToken ct)
    {
        var ended = new List<FlowMonth>();
        foreach (var (month, stamp) in stamps.OrderBy(month => month.Key))
        {
            var items = cache.Find(boardId, month, stamp);
            if (items is null)
            {
                items = await MonthAsync(boardId, month, ct);
                cache.Keep(boardId, month, stamp, items);
            }

            ended.Add(items);
        }

        return ended;
    }

    private async Task<FlowMonth> MonthAsync(Guid boardId, int month, CancellationToken ct)
    {
        var items = new List<FlowItem>();
        await using var batch = FlowProjection.Batch(Command(EndedIn, Uuid(boardId), Number(month)));
        await using var reader = await db.ReadAsync(batch, ct);
        await reader.FillAsync(items, FlowItemReader.Item, ct);
        return new([.. items.OrderBy(item => item.EndedAt)]);
    }
}
