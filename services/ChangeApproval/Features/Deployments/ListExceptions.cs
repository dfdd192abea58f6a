using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Deployments;

/// <summary>What is out of order at present: what was deployed without authority, and what was not reviewed in time.</summary>
public sealed record ExceptionsResponse(
    IReadOnlyList<DeploymentResponse> UnauthorisedDeployments,
    IReadOnlyList<ChangeSummary> OverdueReviews,
    IReadOnlyList<ChangeSummary> ImplementedWithoutDeployment
);

internal static class ListExceptions
{
    private const int MostRows = 200;

    internal static void MapListExceptions(this RouteGroupBuilder changes) =>
        changes
            .MapGet("/reconciliation", Handle)
            .WithName(nameof(ListExceptions))
            .WithSummary("Matches changes and deployments both ways, and tells what is out of order; newest first.")
            .RequireRoles(Roles.Auditor, Roles.ComplianceOfficer, Roles.Admin);

    private static async Task<Ok<ExceptionsResponse>> Handle(
        ChangesDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var deployments = await db
            .Deployments.AsNoTracking()
            .Where(record => record.IsException)
            .OrderByDescending(record => record.Id)
            .Take(MostRows)
            .ToListAsync(ct);
        var overdue = db.Changes.Where(change => change.Stage == Stage.Implemented && change.ReviewDueAt < now);
        var undeployed = db.Changes.Where(change =>
            change.IsImplemented && !db.Deployments.Any(record => record.ChangeId == change.Id && !record.IsException)
        );
        return TypedResults.Ok(
            new ExceptionsResponse(
                deployments.ConvertAll(DeploymentResponse.From),
                await NewestAsync(overdue, ct),
                await NewestAsync(undeployed, ct)
            )
        );
    }

    private static Task<List<ChangeSummary>> NewestAsync(
        IQueryable<Domain.Changes.ChangeRequest> changes,
        CancellationToken ct
    ) =>
        changes
            .AsNoTracking()
            .OrderByDescending(change => change.Number)
            .Take(MostRows)
            .Select(ChangeReader.ToSummary)
            .ToListAsync(ct);
}
