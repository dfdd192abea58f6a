using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Deployments;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Deployments;

/// <summary>What a pipeline wants to deploy. Without a change or work item, the change is found by the digest.</summary>
public sealed record AskPermitRequest(
    Guid? ChangeId,
    Guid? WorkItemId,
    [property: Required, MaxLength(DeploymentPermit.NameLength)] string? System,
    [property: Required, MaxLength(ChangeContent.DigestLength)] string? ImplementationDigest,
    [property: Required, MaxLength(DeploymentPermit.NameLength)] string? Environment
);

public enum PermitDecision
{
    Allow,
    Deny,
}

/// <summary>The answer, as it was recorded. Reasons say everything that stands against it.</summary>
public sealed record PermitResponse(
    Guid Id,
    PermitDecision Decision,
    IReadOnlyList<string> Reasons,
    Guid? ChangeId,
    string? ChangeKey,
    DateTimeOffset AskedAt
);

internal static class AskPermit
{
    internal static void MapAskPermit(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/permits", Handle)
            .WithName(nameof(AskPermit))
            .WithSummary("Asks whether something may be deployed now. Allow or deny is recorded, with the reasons.");

    private static async Task<Ok<PermitResponse>> Handle(
        AskPermitRequest request,
        CoveringChanges covering,
        ChangesDbContext db,
        CurrentUser user,
        TimeProvider clock,
        ChangeMetrics metrics,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var deployment = new Deployment(request.System!, request.ImplementationDigest!, request.Environment!);
        var named = (request.ChangeId, request.WorkItemId);
        var (change, reasons) = await covering.BestAsync(named, deployment, user.Id, now, ct);
        var permit = new DeploymentPermit
        {
            ChangeId = change?.Id,
            System = deployment.System,
            ImplementationDigest = deployment.ImplementationDigest,
            Environment = deployment.Environment,
            IsAllowed = reasons.Count == 0,
            Reasons = reasons,
            AskedBy = user.Id,
            AskedAt = now,
        };
        var decision = permit.IsAllowed ? PermitDecision.Allow : PermitDecision.Deny;
        Record(db, permit, decision);
        await db.SaveChangesAsync(ct);
        metrics.Asked(permit.IsAllowed);
        return TypedResults.Ok(new PermitResponse(permit.Id, decision, reasons, change?.Id, change?.Key, now));
    }

    private static void Record(ChangesDbContext db, DeploymentPermit permit, PermitDecision decision)
    {
        db.Permits.Add(permit);
        var subject = permit.ChangeId ?? permit.Id;
        db.Audit(
            new AuditFact("permit.asked", ChangeFacts.Subject, subject, permit.AskedBy, permit.AskedAt)
            {
                After = new
                {
                    permit.Id,
                    decision = decision.ToString(),
                    permit.System,
                    permit.Environment,
                },
            }
        );
    }
}
