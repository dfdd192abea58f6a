using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// Cumulative flow: a line a column, the number of items that ever entered it or a later one by the end of each day. No
/// line falls or crosses another. Backflow counts moves backwards by day.
/// </summary>
public sealed record CumulativeFlowResponse(
    WindowResponse Window,
    IReadOnlyList<DateOnly> Days,
    IReadOnlyList<CumulativeLine> Lines,
    IReadOnlyList<int> Backflow
);

/// <summary>A line of the diagram, with a value for each day.</summary>
public sealed record CumulativeLine(Guid ColumnId, string Column, IReadOnlyList<int> Values);

internal static class CumulativeFlowDiagram
{
    internal static void MapCumulativeFlow(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/cfd", Handle).WithName("GetCumulativeFlow");

    /// <summary>The cumulative flow diagram at the end of each day of the window.</summary>
    internal static async Task<Results<Ok<CumulativeFlowResponse>, ProblemHttpResult>> Handle(
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
        var rows = await queries.EntriesAsync(boardId, scope.Window.To, ct);
        var entries = rows.Select(row => new ColumnEntry(row.CardId, workflow.IndexOf(row.ToColumn), row.At));
        List<DateOnly> days = [.. scope.Days.All()];
        var ends = days.Select(day => Earlier(scope.Days.StartOf(day.AddDays(1)), scope.Window.To).AddTicks(-1))
            .ToList();
        var lines = CumulativeFlow.Lines(entries, workflow.Columns.Count, ends);
        var backflow = rows.Where(row =>
                scope.Window.Contains(row.At) && workflow.IndexOf(row.ToColumn) < workflow.IndexOf(row.FromColumn)
            )
            .CountBy(row => scope.Days.DayOf(row.At))
            .ToDictionary();
        return TypedResults.Ok(
            new CumulativeFlowResponse(
                scope.Response,
                days,
                [.. workflow.Columns.Select((column, k) => new CumulativeLine(column.Id, column.Name, lines[k]))],
                [.. days.Select(day => backflow.GetValueOrDefault(day))]
            )
        );
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
