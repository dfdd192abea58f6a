using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>Items in progress at the end of the window, oldest first; age is t − s there.</summary>
public sealed record AgeResponse(WindowResponse Window, DistributionResponse Age, IReadOnlyList<AgingItem> Items);

/// <summary>An item in progress with its age in days.</summary>
public sealed record AgingItem(
    Guid CardId,
    string Key,
    string? Column,
    WorkCategory Category,
    ClassOfService ClassOfService,
    double AgeDays
);

/// <summary>Items in progress by column, against how old finished items were when they left it.</summary>
public sealed record AgingWipResponse(WindowResponse Window, IReadOnlyList<AgingColumn> Columns);

/// <summary>A column with its pace lines and the items that stand in it.</summary>
public sealed record AgingColumn(
    Guid ColumnId,
    string Column,
    DistributionResponse Pace,
    IReadOnlyList<AgingItem> Items
);

internal static class Aging
{
    internal static void MapAging(this RouteGroupBuilder metrics)
    {
        metrics.MapGet("/age", Age).WithName("GetAge");
        metrics.MapGet("/aging-wip", AgingWip).WithName("GetAgingWip");
    }

    /// <summary>The age of what is in progress.</summary>
    internal static Task<Results<Ok<AgeResponse>, ProblemHttpResult>> Age(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, AgeOf, ct);

    /// <summary>Aging work in progress with pace lines from the items finished in the window.</summary>
    internal static Task<Results<Ok<AgingWipResponse>, ProblemHttpResult>> AgingWip(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, AgingWipOf, ct);

    private static AgeResponse AgeOf(FlowSample flow)
    {
        var open = flow.InProgressAtEnd.ToList();
        return new(
            WindowResponse.Of(flow),
            DistributionResponse.Of(open.Select(item => item.AgeAt(flow.Window.To))),
            [.. open.Select(item => Aged(item, flow))]
        );
    }

    private static AgingWipResponse AgingWipOf(FlowSample flow)
    {
        var pace = PaceLines.Of(flow);
        var open = flow.InProgressAtEnd.ToLookup(item => item.ColumnAt(flow.Window.To));
        var columns = flow
            .Workflow.Columns.Where(column => column.Kind == ColumnKind.InProgress)
            .Select(column => new AgingColumn(
                column.Id,
                column.Name,
                DistributionResponse.Of(pace.GetValueOrDefault(column.Id) ?? Distribution.Of([])),
                [.. open[column.Id].Select(item => Aged(item, flow))]
            ));
        return new(WindowResponse.Of(flow), [.. columns]);
    }

    private static AgingItem Aged(FlowItem item, FlowSample flow) =>
        new(
            item.Id,
            item.Key,
            flow.Workflow.Find(item.ColumnAt(flow.Window.To))?.Name,
            item.Category,
            item.ClassOfService,
            item.AgeAt(flow.Window.To).TotalDays
        );
}
