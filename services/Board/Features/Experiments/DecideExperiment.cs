using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Experiments;

/// <summary>Keeps an experiment, with the reason.</summary>
public sealed record KeepExperimentRequest(
    [property: Required, StringLength(Experiment.ReasonLength, MinimumLength = 3)] string? Reason
);

/// <summary>Discards an experiment, with the reason.</summary>
/// <param name="UndoLaterChanges">Restores the policy from before the experiment also where others changed it since.</param>
public sealed record DiscardExperimentRequest(
    [property: Required, StringLength(Experiment.ReasonLength, MinimumLength = 3)] string? Reason,
    bool? UndoLaterChanges
);

internal static class DecideExperiment
{
    internal static void MapKeepExperiment(this RouteGroupBuilder experiments) =>
        experiments.MapPost("/{experimentId:guid}:keep", Keep).WithName("KeepExperiment");

    internal static void MapDiscardExperiment(this RouteGroupBuilder experiments) =>
        experiments.MapPost("/{experimentId:guid}:discard", Discard).WithName("DiscardExperiment");

    /// <summary>
    /// Keeps what was tried; not before its end. For a lead of the team or an administrator. The answer tells the analysis
    /// on which it was decided, and that is kept.
    /// </summary>
    internal static async Task<Results<Ok<ExperimentDetailResponse>, ProblemHttpResult>> Keep(
        Guid experimentId,
        KeepExperimentRequest request,
        ExperimentDecisions decisions,
        CancellationToken ct
    ) => Told(await decisions.KeepAsync(experimentId, request.Reason ?? "", ct));

    /// <summary>
    /// Discards what was tried and restores the exact policy from before, under a new version. For a lead of the team or an
    /// administrator. 409 where the policy was changed since, unless that is to be undone too.
    /// </summary>
    internal static async Task<Results<Ok<ExperimentDetailResponse>, ProblemHttpResult>> Discard(
        Guid experimentId,
        DiscardExperimentRequest request,
        ExperimentDecisions decisions,
        CancellationToken ct
    ) => Told(await decisions.DiscardAsync(experimentId, request.Reason ?? "", request.UndoLaterChanges == true, ct));

    private static Results<Ok<ExperimentDetailResponse>, ProblemHttpResult> Told(
        Result<ExperimentDetailResponse> decided
    ) => decided.IsRefused ? decided.Error.ToProblem() : TypedResults.Ok(decided.Value);
}
