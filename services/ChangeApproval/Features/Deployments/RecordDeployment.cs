using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Deployments;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.Contracts.ChangeApproval;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Deployments;

/// <summary>A deployment that took place.</summary>
public sealed record RecordDeploymentRequest(
    Guid? ChangeId,
    Guid? WorkItemId,
    [property: Required, MaxLength(DeploymentPermit.NameLength)] string? System,
    [property: Required, MaxLength(ChangeContent.DigestLength)] string? ImplementationDigest,
    [property: Required, MaxLength(DeploymentPermit.NameLength)] string? Environment,
    [property: Required] DateTimeOffset? DeployedAt,
    [property: MaxLength(DeploymentRecord.ReferenceLength)] string? Reference
);

/// <summary>A recorded deployment. IsException: no change authorised it as it took place, for these reasons.</summary>
public sealed record DeploymentResponse(
    Guid Id,
    Guid? ChangeId,
    string System,
    string ImplementationDigest,
    string Environment,
    string? Reference,
    DateTimeOffset DeployedAt,
    Guid ReportedBy,
    DateTimeOffset ReportedAt,
    bool IsException,
    IReadOnlyList<string> Reasons
)
{
    internal static DeploymentResponse From(DeploymentRecord d) =>
        new(
            d.Id,
            d.ChangeId,
            d.System,
            d.ImplementationDigest,
            d.Environment,
            d.Reference,
            d.DeployedAt,
            d.ReportedBy,
            d.ReportedAt,
            d.IsException,
            d.Reasons
        );
}

internal static class RecordDeployment
{
    internal static void MapRecordDeployment(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/deployments", Handle)
            .WithName(nameof(RecordDeployment))
            .WithSummary("Records a deployment; one that no change authorised is flagged as an exception.");

    private static async Task<Created<DeploymentResponse>> Handle(
        RecordDeploymentRequest request,
        CoveringChanges covering,
        ChangesDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var at = request.DeployedAt!.Value.ToUniversalTime();
        var deployment = new Deployment(request.System!, request.ImplementationDigest!, request.Environment!);
        var named = (request.ChangeId, request.WorkItemId);
        var (change, reasons) = await covering.BestAsync(named, deployment, user.Id, at, ct);
        var record = new DeploymentRecord
        {
            ChangeId = change?.Id,
            System = deployment.System,
            ImplementationDigest = deployment.ImplementationDigest,
            Environment = deployment.Environment,
            Reference = request.Reference,
            DeployedAt = at,
            ReportedBy = user.Id,
            ReportedAt = now,
            IsException = reasons.Count > 0,
            Reasons = reasons,
        };
        db.Deployments.Add(record);
        Tell(db, record, change?.WorkItemId ?? request.WorkItemId);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/changes/deployments/{record.Id}", DeploymentResponse.From(record));
    }

    private static void Tell(ChangesDbContext db, DeploymentRecord record, Guid? workItemId)
    {
        db.Publish(
            new DeploymentRecorded(
                record.Id,
                record.ChangeId,
                workItemId,
                record.System,
                record.Environment,
                record.ImplementationDigest,
                record.IsException,
                record.DeployedAt,
                record.ReportedAt,
                record.ReportedBy
            )
        );
        var action = record.IsException ? "deployment.exception" : "deployment.recorded";
        var subject = record.ChangeId ?? record.Id;
        db.Audit(
            new AuditFact(action, ChangeFacts.Subject, subject, record.ReportedBy, record.ReportedAt)
            {
                After = new
                {
                    record.Id,
                    record.System,
                    record.Environment,
                    record.ImplementationDigest,
                },
            }
        );
    }
}
