using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
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
        BoardDbContext db,
        BoardMetrics metrics,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var asked = new AskedDecision(experimentId, request.Reason ?? "", new(user.Id, clock.GetUtcNow()));
        var kept = await db.InTransactionAsync(token => decisions.KeepAsync(asked, token), ct);
        return Told(kept, metrics);
    }

    /// <summary>
    /// Discards what was tried and restores the exact policy from before, under a new version. For a lead of the team or an
    /// administrator. 409 where the policy was changed since, unless that is to be undone too.
    /// </summary>
    internal static async Task<Results<Ok<ExperimentDetailResponse>, ProblemHttpResult>> Discard(
        Guid experimentId,
        DiscardExperimentRequest request,
        ExperimentDecisions decisions,
        BoardDbContext db,
        BoardMetrics metrics,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var asked = new AskedDecision(experimentId, request.Reason ?? "", new(user.Id, clock.GetUtcNow()));
        var undo = request.UndoLaterChanges == true;
        var discarded = await db.InTransactionAsync(token => decisions.DiscardAsync(asked, undo, token), ct);
        return Told(discarded, metrics);
    }

    private static Results<Ok<ExperimentDetailResponse>, ProblemHttpResult> Told(
        Result<ExperimentDetailResponse> decided,
        BoardMetrics metrics
    )
    {
        if (decided.IsRefused)
        {
            return decided.Error.ToProblem();
        }

        metrics.Experimented(decided.Value.Experiment.Status);
        return TypedResults.Ok(decided.Value);
    }
}
