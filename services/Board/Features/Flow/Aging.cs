using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>Items in progress, oldest first; age is t − s at the end of the window.</summary>
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
    internal static async Task<Results<Ok<AgeResponse>, ProblemHttpResult>> Age(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        FlowScope flow,
        FlowQueries queries,
        CancellationToken ct
    )
    {
        var found = await flow.FindAsync(boardId, query, ct);
        if (found.IsRefused)
        {
            return found.Error.ToProblem();
        }

        var (scope, workflow) = found.Value;
        var open = await queries.OpenAsync(boardId, scope, ct);
        return TypedResults.Ok(
            new AgeResponse(
                scope.Response,
                DistributionResponse.Of(open.Select(card => FlowQueries.Item(card).AgeAt(scope.Window.To))),
                [.. open.Select(card => Aged(card, workflow, scope.Window.To))]
            )
        );
    }

    /// <summary>Aging work in progress with pace lines from the items finished in the window.</summary>
    internal static async Task<Results<Ok<AgingWipResponse>, ProblemHttpResult>> AgingWip(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        FlowScope flow,
        FlowQueries queries,
        CancellationToken ct
    )
    {
        var found = await flow.FindAsync(boardId, query, ct);
        if (found.IsRefused)
        {
            return found.Error.ToProblem();
        }

        var (scope, workflow) = found.Value;
        var finished = await queries.FinishedAsync(boardId, scope, ct);
        var facts = await queries.FactsAsync([.. finished.Select(item => item.Id)], ct);
        var ages = PaceLines.AgesOnLeaving(finished.Select(item => (item, facts[item.Id])));
        var open = (await queries.OpenAsync(boardId, scope, ct)).ToLookup(card => card.ColumnId);
        var columns = workflow
            .Columns.Where(column => column.Kind == ColumnKind.InProgress)
            .Select(column => new AgingColumn(
                column.Id,
                column.Name,
                DistributionResponse.Of(ages[column.Id]),
                [.. open[column.Id].Select(card => Aged(card, workflow, scope.Window.To))]
            ));
        return TypedResults.Ok(new AgingWipResponse(scope.Response, [.. columns]));
    }

    private static AgingItem Aged(CardRow card, DefinitionOfWorkflow workflow, DateTimeOffset at) =>
        new(
            card.Id,
            card.Key,
            workflow.Find(card.ColumnId)?.Name,
            card.Category,
            card.ClassOfService,
            FlowQueries.Item(card).AgeAt(at).TotalDays
        );
}
