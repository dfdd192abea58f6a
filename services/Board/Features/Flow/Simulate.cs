using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Simulation;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>Other limits to replay the history under; a column in progress that is left out keeps its limit.</summary>
/// <param name="People">How many people there are; as many as were active at once when left out.</param>
public sealed record SimulateRequest(
    [property: Required, MinLength(1), MaxLength(WorkflowRules.MaximumColumns)] IReadOnlyList<SimulatedLimit>? Limits,
    [property: Range(1, 1_000)] int? People,
    [property: Range(1, 100)] int? PersonalLimit,
    DateTimeOffset? From,
    DateTimeOffset? To
);

/// <summary>A limit of a column; null is none.</summary>
public sealed record SimulatedLimit(
    [property: Required] string? Column,
    [property: Range(1, WorkflowRules.MaximumLimit)] int? WipLimit
);

/// <summary>
/// What really happened, the replay under the present limits, and the replay under the other ones. How far the second is
/// from the first says how far to trust the third. Unknown says what no replay can know.
/// </summary>
public sealed record SimulateResponse(
    WindowResponse Window,
    int People,
    int PersonalLimit,
    SimulatedFiguresResponse Observed,
    SimulatedFiguresResponse Replayed,
    SimulatedFiguresResponse Simulated,
    IReadOnlyList<string> Unknown
);

/// <summary>Figures of one course of events.</summary>
public sealed record SimulatedFiguresResponse(
    int Finished,
    double PerDay,
    double AverageWip,
    DistributionResponse CycleTime
);

internal static class Simulate
{
    internal static void MapSimulation(this RouteGroupBuilder board) =>
        board
            .MapPost("/boards/{boardId:guid}/simulations", Handle)
            .WithName("SimulateLimits")
            .WithTags("Flow")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Replays the items finished in the window under other WIP limits. Changes nothing.</summary>
    internal static Task<Results<Ok<SimulateResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        SimulateRequest request,
        Measures measures,
        CancellationToken ct
    )
    {
        var query = new MetricsQuery(request.From, request.To, Zone: null, Category: null, ClassOfService: null);
        return measures.AnswerAsync(boardId, query, flow => Answer(flow, request), ct);
    }

    private static Result<SimulateResponse> Answer(FlowSample flow, SimulateRequest request)
    {
        var limits = SimulationResult.LimitsOf(flow.Workflow);
        foreach (var limit in request.Limits ?? [])
        {
            if (flow.Workflow.FindByName(limit.Column) is not { Kind: ColumnKind.InProgress } column)
            {
                return Problems.Field("limits", $"'{limit.Column}' is no column in progress of this board.");
            }

            limits.Remove(column.Id);
            if (limit.WipLimit is { } max)
            {
                limits[column.Id] = max;
            }
        }

        var perPerson = request.PersonalLimit ?? flow.Workflow.PersonalLimit;
        var result = SimulationResult.Of(flow, limits, request.People, perPerson);
        return new SimulateResponse(
            WindowResponse.Of(flow),
            result.People,
            perPerson,
            Figures(result.Observed),
            Figures(result.Replayed),
            Figures(result.Simulated),
            SimulationResult.Unknown
        );
    }

    private static SimulatedFiguresResponse Figures(SimulatedFigures of) =>
        new(of.Finished, of.PerDay, of.AverageWip, DistributionResponse.Of(of.CycleTime));
}
