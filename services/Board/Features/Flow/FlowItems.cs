using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>Which figure is opened to its items.</summary>
public enum FlowItemSet
{
    /// <summary>Throughput, cycle and lead times, flow efficiency.</summary>
    Finished,

    /// <summary>WIP, age: in progress at the end of the window.</summary>
    InProgress,

    /// <summary>On the board at the end of the window, begun or not; with column, in that column.</summary>
    OnBoard,
    Accepted,
    Committed,
    Started,
    Abandoned,

    /// <summary>Finished in the window, and blocked at some time; with reason, for that reason.</summary>
    Blocked,

    /// <summary>Moved backwards in the window.</summary>
    Backflow,

    /// <summary>First entered the named column, or a later one, in the window.</summary>
    Entered,
}

/// <summary>The items behind a figure; with cause, those that spent time on it.</summary>
public readonly record struct FlowItemsQuery(
    [property: FromQuery(Name = "of")] FlowItemSet? Of,
    [property: FromQuery(Name = "column")] string? Column,
    [property: FromQuery(Name = "reason")] string? Reason,
    [property: FromQuery(Name = "cause")] TimeClass? Cause
);

/// <summary>
/// An item behind a figure, with its instants c, m, s and f; its events are at GET /board/cards/{cardId}.
/// </summary>
public sealed record FlowItemResponse(
    Guid CardId,
    string Key,
    WorkCategory Category,
    ClassOfService ClassOfService,
    DateTimeOffset AcceptedAt,
    DateTimeOffset CommittedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? AbandonedAt,
    int ReopenCount,
    IReadOnlyList<CauseTicks> Causes
);

/// <summary>A part of the item's time with one cause.</summary>
public sealed record CauseTicks(string Class, string? Reason, long Ticks);

internal static class FlowItems
{
    internal static void MapFlowItems(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/items", Handle).WithName("GetFlowItems");

    /// <summary>Opens a figure to the items it was computed from, in the order of their ids.</summary>
    internal static Task<Results<Ok<Page<FlowItemResponse>>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        [AsParameters] FlowItemsQuery asked,
        [AsParameters] PageQuery page,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, flow => Answer(flow, asked, page), ct);

    private static Result<Page<FlowItemResponse>> Answer(FlowSample flow, FlowItemsQuery asked, PageQuery page)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return Boards.BoardErrors.BadCursor;
        }

        var isColumnNeeded = asked.Of == FlowItemSet.Entered || asked.Column is not null;
        if (isColumnNeeded && flow.Workflow.FindByName(asked.Column) is null)
        {
            return Problems.Field("column", "Give the name of a column of this board.");
        }

        var rows = ItemsBehind.After(flow, asked, after ?? Guid.Empty, page.Size + 1).Select(Row).ToList();
        return Page.From(rows, page.Size, row => Cursor.Encode(row.CardId));
    }

    private static FlowItemResponse Row(FlowItem item) =>
        new(
            item.Id,
            item.Key,
            item.Category,
            item.ClassOfService,
            item.AcceptedAt,
            item.CommittedAt,
            item.StartedAt,
            item.FinishedAt,
            item.AbandonedAt,
            item.ReopenCount,
            [.. item.Causes.Select(cause => new CauseTicks(cause.Class.ToString(), cause.Reason, cause.Ticks))]
        );
}
