using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>Evidence about the present implementation. The person of the token becomes a tester of the change.</summary>
/// <param name="Kind">What kind, as controls name it: "test", "security-scan"...</param>
/// <param name="Reference">Where it is, or its digest.</param>
/// <param name="Passed">A failed test is recorded, and does not count as evidence.</param>
public sealed record AttestEvidenceRequest(
    [property: Required, MaxLength(Attestation.KindLength)] string? Kind,
    [property: Required, MaxLength(Attestation.ReferenceLength)] string? Reference,
    [property: Required] bool? Passed
);

internal static class AttestEvidence
{
    internal static void MapAttestEvidence(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/{id:guid}/evidence", Handle)
            .WithName(nameof(AttestEvidence))
            .WithSummary("Attests evidence, bound to the implementation that the change names now.");

    private static async Task<Results<Ok<ChangeResponse>, ProblemHttpResult>> Handle(
        Guid id,
        AttestEvidenceRequest request,
        IfMatch ifMatch,
        ChangeDesk desk,
        ChangeAnswer answer,
        ChangesDbContext db,
        CancellationToken ct
    )
    {
        var attested = await desk.ActAsync(
            id,
            (ActKind.Attest, null),
            ifMatch,
            seat => Attest(seat, request.Kind!, request.Reference!, request.Passed!.Value, db),
            ct
        );
        return await answer.OfAsync(attested, ct);
    }

    private static Result Attest(Seat seat, string kind, string reference, bool passed, ChangesDbContext db)
    {
        var (change, by) = (seat.Change, seat.Act.Person);
        var step = change.Attest(seat.Rules, seat.Act, kind, reference, passed, seat.Now);
        if (step.IsRefused)
        {
            return step.Error;
        }

        db.Fact(
            change,
            "evidence.attested",
            by,
            seat.Now,
            null,
            new
            {
                kind,
                passed,
                change.RevisionNumber,
            }
        );
        db.AuthorisedIf(change, step.Value.IsAuthorised, by, seat.Now);
        return Result.Ok;
    }
}
