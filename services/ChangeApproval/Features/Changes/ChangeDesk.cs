using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>A locked change with what it is judged by, and the act of the person who stands at the desk.</summary>
internal sealed record Seat(ChangeRequest Change, Rulebook Rules, Act Act, Guid? DelegationId, DateTimeOffset Now);

/// <summary>
/// Every act on a change goes the same way: lock, load, who may, decide, record, save; all in one transaction. What a
/// control refuses is recorded too, beside that transaction.
/// </summary>
internal sealed class ChangeDesk(
    ChangesDbContext db,
    Rulebooks rulebooks,
    Standings standings,
    Refusals refusals,
    CurrentUser user,
    TimeProvider clock
)
{
    internal static Error NoSuchChange { get; } =
        new("changes.no-such-change", "There is no such change.", ErrorKind.NotFound);

    internal async Task<Result<ChangeRequest>> ActAsync(
        Guid id,
        (ActKind Kind, Guid? OnBehalfOf) wish,
        IfMatch ifMatch,
        Func<Seat, Result> act,
        CancellationToken ct
    )
    {
        var outcome = await db.InTransactionAsync(token => DecideAsync(id, wish, ifMatch, act, token), ct);
        if (outcome.IsRefused)
        {
            await refusals.NoteAsync(id, user.Id, wish.Kind, outcome.Error, clock.GetUtcNow(), ct);
        }

        return outcome;
    }

    private async Task<Result<ChangeRequest>> DecideAsync(
        Guid id,
        (ActKind Kind, Guid? OnBehalfOf) wish,
        IfMatch ifMatch,
        Func<Seat, Result> act,
        CancellationToken ct
    )
    {
        var change = await db.LockChangeAsync(id, ct);
        if (change is null)
        {
            return NoSuchChange;
        }

        if (ifMatch.Check(change.Version) is { } stale)
        {
            return stale;
        }

        var now = clock.GetUtcNow();
        var rules = await rulebooks.OfAsync(change, ct);
        var asked = rules.Process.PartiesFor(change.State, wish.Kind);
        var authority = await standings.ForAsync(change, asked, wish.OnBehalfOf, now, ct);
        var intended = new Act(wish.Kind, user.Id, authority.Standing) { OnBehalfOf = authority.OnBehalfOf };
        var decided = act(new Seat(change, rules, intended, authority.DelegationId, now));
        if (decided.IsRefused)
        {
            return decided.Error;
        }

        await db.SaveChangesAsync(ct);
        return change;
    }
}
