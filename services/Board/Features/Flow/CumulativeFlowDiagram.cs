using FlowPlatform.Board.Domain.Flow;
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
    internal static Task<Results<Ok<CumulativeFlowResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, Answer, ct);

    private static CumulativeFlowResponse Answer(FlowSample flow)
    {
        List<DateOnly> days = [.. flow.Days.All()];
        // The last instant before the next day begins, or before the window ends.
        var ends = days.Select(day => Earlier(flow.Days.StartOf(day.AddDays(1)), flow.Window.To).AddTicks(-1)).ToList();
        var lines = CumulativeFlow.Lines(flow, ends);
        var backflow = CumulativeFlow.Backflow(flow).CountBy(flow.Days.DayOf).ToDictionary();
        return new(
            WindowResponse.Of(flow),
            days,
            [.. flow.Workflow.Columns.Select((column, k) => new CumulativeLine(column.Id, column.Name, lines[k]))],
            [.. days.Select(day => backflow.GetValueOrDefault(day))]
        );
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
