using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>A verdict of the token's person.</summary>
/// <param name="Verdict">Approve or Reject.</param>
/// <param name="Reason">Why; the controls ask for it.</param>
/// <param name="Facets">What the approval covers; every facet when absent.</param>
/// <param name="Revision">The revision that was looked at; refused when there is a newer one.</param>
/// <param name="OnBehalfOf">For a deputy of several people: whose authority it is.</param>
public sealed record JudgeChangeRequest(
    [property: Required] VerdictKind? Verdict,
    [property: MaxLength(Domain.Changes.Verdict.ReasonLength)] string? Reason,
    [property: MaxLength(8)] IReadOnlyList<Facet>? Facets,
    int? Revision,
    Guid? OnBehalfOf
);

internal static class JudgeChange
{
    internal static void MapJudgeChange(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/{id:guid}/approvals", Handle)
            .WithName(nameof(JudgeChange))
            .WithSummary("Approves or rejects a change, as oneself or as a deputy.");

    private static async Task<Results<Ok<ChangeResponse>, ProblemHttpResult>> Handle(
        Guid id,
        JudgeChangeRequest request,
        IfMatch ifMatch,
        ChangeDesk desk,
        ChangeAnswer answer,
        ChangesDbContext db,
        CancellationToken ct
    )
    {
        var kind = request.Verdict == VerdictKind.Approve ? ActKind.Approve : ActKind.Reject;
        var judged = await desk.ActAsync(id, (kind, request.OnBehalfOf), ifMatch, seat => Judge(seat, request, db), ct);
        return await answer.OfAsync(judged, ct);
    }

    private static Result Judge(Seat seat, JudgeChangeRequest request, ChangesDbContext db)
    {
        var (change, before) = (seat.Change, seat.Change.Stage);
        if (request.Revision is { } seen && seen != change.RevisionNumber)
        {
            return ChangeErrors.RevisionSuperseded(seen, change.RevisionNumber);
        }

        var act = seat.Act with { Facets = request.Facets?.ToHashSet() ?? Act.Every };
        var verdict = change.Judge(seat.Rules, act, request.Reason, seat.DelegationId, seat.Now);
        if (verdict.IsRefused)
        {
            return verdict.Error;
        }

        db.Judged(change, verdict.Value, before);
        return Result.Ok;
    }
}
