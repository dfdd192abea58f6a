using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Domain.Verification;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Models;

internal static class ActivateModel
{
    internal static void MapActivateModel(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/models/{id:guid}:activate", Handle)
            .WithName(nameof(ActivateModel))
            .WithSummary("Makes the newest version the team's process, if it provably keeps every control.");

    private static async Task<Results<Ok<VerificationResponse>, ProblemHttpResult>> Handle(
        Guid id,
        ChangesDbContext db,
        ModelShelf shelf,
        Verifications verifications,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var model = await db.Models.Include(known => known.Versions).SingleOrDefaultAsync(known => known.Id == id, ct);
        if (model is null)
        {
            return VerifyModel.NoSuchModel.ToProblem();
        }

        if (!shelf.MayWrite(model.TeamId))
        {
            return ModelErrors.NotYours.ToProblem();
        }

        // Verified now, against the controls of now: an older certificate says nothing about a newer control.
        var latest = model.Versions.MaxBy(version => version.Number)!;
        var found = await verifications.VerifyAsync(latest, ct);
        var activated = found.IsCertified ? model.Activate(latest.Number) : Refuted(found);
        if (!activated.IsRefused)
        {
            Record(db, found, user.Id, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
        return activated.IsRefused ? activated.Error.ToProblem() : TypedResults.Ok(VerificationResponse.From(found));
    }

    private static Error Refuted(ModelVerification found) =>
        new(ModelErrors.RefutedCode, "The model does not keep every control; each run shows how.")
        {
            Violations =
            [
                .. found
                    .Findings.Where(finding => !finding.IsCertified)
                    .Select(finding => new Violation(finding.Broken!, string.Join("; ", finding.Run))
                    {
                        Scope = finding.Category,
                    }),
            ],
        };

    private static void Record(ChangesDbContext db, ModelVerification found, Guid by, DateTimeOffset now) =>
        db.Audit(
            new AuditFact("model.activated", "change-model", found.ModelId, by, now)
            {
                After = new
                {
                    found.ModelNumber,
                    found.ProcessDigest,
                    found.ControlsDigest,
                    found.VerifierVersion,
                },
            }
        );
}
