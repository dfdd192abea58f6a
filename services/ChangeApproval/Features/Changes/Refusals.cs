using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>
/// Keeps what the controls refused. In a scope of its own: the refused act's transaction leaves nothing behind, and the
/// attempt must stay all the same.
/// </summary>
internal sealed class Refusals(IServiceScopeFactory scopes, ChangeMetrics metrics)
{
    private static readonly HashSet<string> Kept =
    [
        ProcessErrors.SegregationCode,
        ProcessErrors.AlreadyApprovedCode,
        ControlErrors.BrokenCode,
    ];

    internal async Task NoteAsync(
        Guid changeId,
        Guid person,
        ActKind act,
        Error error,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        metrics.Refused(act, error.Code);
        if (!Kept.Contains(error.Code))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChangesDbContext>();
        db.RefusedAttempts.Add(
            new RefusedAttempt
            {
                ChangeId = changeId,
                PersonId = person,
                Act = act.ToString(),
                Code = error.Code,
                At = now,
            }
        );
        db.Audit(
            new AuditFact("change.act-refused", ChangeFacts.Subject, changeId, person, now)
            {
                Reason = error.Message,
                After = new { act = act.ToString(), error.Code },
            }
        );
        await db.SaveChangesAsync(ct);
    }
}
