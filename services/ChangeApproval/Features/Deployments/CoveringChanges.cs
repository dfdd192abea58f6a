using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Deployments;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Deployments;

/// <summary>Finds the change that covers a deployment best: the one with the least against it, the newest of equals.</summary>
internal sealed class CoveringChanges(ChangesDbContext db)
{
    private const int MostCandidates = 20;

    internal async Task<(ChangeRequest? Change, IReadOnlyList<string> Reasons)> BestAsync(
        (Guid? ChangeId, Guid? WorkItemId) named,
        Deployment deployment,
        Guid person,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var query = db.WholeChanges().AsNoTracking();
        query = (named.ChangeId, named.WorkItemId) switch
        {
            ({ } id, _) => query.Where(change => change.Id == id),
            (null, { } item) => query.Where(change => change.WorkItemId == item),
            _ => query.Where(change => change.ImplementationDigest == deployment.ImplementationDigest),
        };
        var candidates = await query.OrderByDescending(change => change.Number).Take(MostCandidates).ToListAsync(ct);
        var judged = candidates
            .Select(change => (change, Reasons: DeploymentRule.ReasonsAgainst(change, deployment, person, at)))
            .ToList();
        return judged.Count == 0
            ? (null, DeploymentRule.ReasonsAgainst(null, deployment, person, at))
            : judged.MinBy(candidate => candidate.Reasons.Count);
    }
}
