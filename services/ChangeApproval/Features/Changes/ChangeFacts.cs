using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.Contracts.ChangeApproval;
using FlowPlatform.ServiceDefaults.Audit;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>The events and audit facts of a change; recorded before the save, so they commit with what they tell of.</summary>
internal static class ChangeFacts
{
    internal const string Subject = "change";

    internal static void Raised(this ChangesDbContext db, ChangeRequest change)
    {
        var (by, at) = (change.RaisedBy, change.RaisedAt);
        db.Publish(
            new ChangeRaised(change.Id, change.WorkItemId, change.ActVersion, change.TeamId, change.Category, at, by)
        );
        db.Fact(
            change,
            "change.raised",
            by,
            at,
            null,
            new
            {
                change.WorkItemId,
                change.Category,
                change.TeamId,
            }
        );
        db.AuthorisedIf(change, change.Stage == Stage.Authorised, by, at);
    }

    internal static void Judged(this ChangesDbContext db, ChangeRequest change, Verdict verdict, Stage before)
    {
        var (by, at) = (verdict.PersonId, verdict.GivenAt);
        var after = new
        {
            verdict.Revision,
            verdict.PrincipalId,
            facets = verdict.Seen.Keys.Order().ToArray(),
        };
        if (verdict.Kind == VerdictKind.Reject)
        {
            db.Fact(change, "change.rejected", by, at, verdict.Reason, after);
            db.Publish(
                new ChangeRejected(change.Id, change.WorkItemId, change.ActVersion, verdict.Reason ?? "", at, by)
            );
            return;
        }

        db.Fact(change, "approval.granted", by, at, verdict.Reason, after);
        var (item, version, revision) = (change.WorkItemId, change.ActVersion, verdict.Revision);
        var duty = nameof(Duty.Approver);
        db.Publish(new ApprovalGranted(change.Id, item, version, revision, duty, verdict.PrincipalId, at, by));
        db.AuthorisedIf(change, before != Stage.Authorised && change.Stage == Stage.Authorised, by, at);
    }

    internal static void Revised(this ChangesDbContext db, ChangeRequest change, Step step)
    {
        var (by, at) = (change.Present.By, change.Present.At);
        db.Fact(change, "change.revised", by, at, change.Present.Reason, new { change.RevisionNumber, change.State });
        foreach (var lapsed in step.Lapsed)
        {
            db.Lapsed(change, lapsed, by, at);
        }

        // Where one of several approvals lapsed and enough are left, whoever heard of the lapse must hear of that too.
        var isStill = step.Lapsed.Count > 0 && change.Stage == Stage.Authorised;
        db.AuthorisedIf(change, step.IsAuthorised || isStill, by, at);
    }

    private static void Lapsed(
        this ChangesDbContext db,
        ChangeRequest change,
        CarryOver lapsed,
        Guid by,
        DateTimeOffset at
    )
    {
        var approver = change.Verdicts.First(verdict => verdict.Id == lapsed.VerdictId).PersonId;
        string[] facets = [.. lapsed.Differing.Select(facet => facet.ToString())];
        var (item, revision) = (change.WorkItemId, change.RevisionNumber);
        db.Fact(
            change,
            "approval.lapsed",
            by,
            at,
            null,
            new
            {
                approver,
                revision,
                facets,
            }
        );
        db.Publish(new ApprovalLapsed(change.Id, item, change.ActVersion, revision, facets, approver, at, by));
    }

    internal static void Moved(this ChangesDbContext db, ChangeRequest change, ActKind act, Guid by, DateTimeOffset at)
    {
        switch (act)
        {
            case ActKind.Implement:
                db.Publish(new ChangeImplemented(change.Id, change.WorkItemId, change.ActVersion, at, by));
                break;
            case ActKind.Withdraw:
                db.Publish(new ChangeWithdrawn(change.Id, change.WorkItemId, change.ActVersion, at, by));
                break;
        }
    }

    internal static void AuthorisedIf(
        this ChangesDbContext db,
        ChangeRequest change,
        bool isAuthorised,
        Guid by,
        DateTimeOffset at
    )
    {
        if (!isAuthorised)
        {
            return;
        }

        db.Fact(change, "change.authorised", by, at, null, new { change.RevisionNumber, change.State });
        db.Publish(new ChangeApproved(change.Id, change.WorkItemId, change.Version, change.RevisionNumber, at, by));
    }

    internal static void Fact(
        this ChangesDbContext db,
        ChangeRequest change,
        string action,
        Guid by,
        DateTimeOffset at,
        string? reason,
        object? after
    ) => db.Audit(new AuditFact(action, Subject, change.Id, by, at) { Reason = reason, After = after });
}
