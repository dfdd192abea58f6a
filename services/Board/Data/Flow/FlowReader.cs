using System.Data;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static FlowPlatform.Board.Data.BoardSql;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>
/// Reads what the measures of a window are computed from, as of one instant: what ended within it, what was on the
/// board at its end, and the number of what ended before. Costs the items of the months that the window touches, from
/// memory where they did not change; the history outside costs a row for each kind of item a month.
/// </summary>
internal sealed class FlowReader(
    BoardDbContext db,
    FlowProjection projection,
    FlowMonths months,
    WorkflowCache workflows
)
{
    private const string OnBoard =
        "SELECT " + FlowItemReader.Columns + " FROM flow_item WHERE board_id = $1 AND lived @> $2";
    private const string Stamps =
        "SELECT month, max(stamp) FROM flow_block WHERE board_id = $1 AND month BETWEEN $2 AND $3 GROUP BY month";
    private const string EndedBefore = """
        SELECT category, class_of_service, furthest, is_finished, sum(items) FROM flow_block
        WHERE board_id = $1 AND month < $2 GROUP BY 1, 2, 3, 4
        """;

    /// <summary>Shorter than anybody waits for an answer: after the import of years, taking them may last a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal async Task<Result<FlowSample>> ReadAsync(
        Guid boardId,
        DisplayDays days,
        FlowFilter filter,
        CancellationToken ct
    )
    {
        if (!await projection.CatchUpAsync(boardId, Patience, ct))
        {
            var (taken, of) = await ProgressAsync(boardId, ct);
            return StillTaken(taken, of);
        }

        await using var snapshot = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct)
            : null;
        var version = await db
            .Boards.Where(board => board.Id == boardId)
            .Select(board => board.WorkflowVersion)
            .SingleAsync(ct);
        var read = await PartsAsync(boardId, days.Window, ct);
        var ended = await months.ReadAsync(boardId, read.Stamps, filter, ct);
        var versions = await workflows.AllAsync(db, boardId, version, ct);
        return FlowSample.Of(
            days,
            versions,
            ended,
            read.OnBoard.FindAll(item => filter.Takes(item.Category, item.ClassOfService)),
            read.Before.FindAll(kind => filter.Takes(kind.Category, kind.ClassOfService)).ConvertAll(kind => kind.Ended)
        );
    }

    /// <summary>How far the history of the board is taken: so many of its transitions.</summary>
    private async Task<(long Taken, long Of)> ProgressAsync(Guid boardId, CancellationToken ct)
    {
        var progress = await db
            .Boards.Where(board => board.Id == boardId)
            .Select(board => new
            {
                Taken = db
                    .FlowProgress.Where(taken => taken.BoardId == boardId)
                    .Select(taken => taken.Sequence)
                    .FirstOrDefault(),
                board.Version,
            })
            .SingleAsync(ct);
        return (progress.Taken, progress.Version);
    }

    private static Error StillTaken(long taken, long of) =>
        new(
            "history-being-taken",
            $"The history of this board is still being taken into its measures: {taken} of {of} transitions. Ask again in a few seconds.",
            ErrorKind.NotYet
        );

    private sealed record Kind(WorkCategory Category, ClassOfService ClassOfService, EndedBefore Ended);

    private sealed record Read(List<FlowItem> OnBoard, Dictionary<int, long> Stamps, List<Kind> Before);

    private async Task<Read> PartsAsync(Guid boardId, Window window, CancellationToken ct)
    {
        var (first, last) = (FlowItemCopy.MonthOf(window.From), FlowItemCopy.MonthOf(window.To));
        await using var batch = Batch(
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
}
