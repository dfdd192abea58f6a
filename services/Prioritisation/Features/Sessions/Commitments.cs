using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Domain.Outcomes;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Turns agreement, or an expedite, into signed commitments. Everything is saved by the act that it belongs to.</summary>
internal sealed class Commitments(
    PrioritisationDbContext db,
    IOptions<OutcomeSigning> signing,
    PrioritisationMetrics metrics
)
{
    public async Task<ReplenishmentOutcome> CommitAgreedAsync(Sitting sitting, CancellationToken ct)
    {
        var (session, actor, now) = sitting;
        var outcome = ReplenishmentOutcome.Of(session, signing.Value.SigningKey, actor.PersonId, now);
        db.Outcomes.Add(outcome);
        var (ids, signature) = (outcome.CommittedIds, outcome.Signature);
        db.Publish(
            new OutcomeAgreed(
                outcome.Id,
                session.Id,
                session.BoardId,
                session.TeamId,
                ids,
                signature,
                now,
                actor.PersonId
            )
        );
        // Locked and checked to be waiting by this act already.
        var options = await db.Options.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(option => option.Id, ct);
        foreach (var (index, id) in ids.Index())
        {
            _ = Required(options[id].Commit(session.BoardId, outcome.Id, now));
            db.Publish(
                Message(options[id], session.TeamId, index + 1, outcome.CommittedIds, signature, actor.PersonId)
            );
        }

        await LedgerPostings.PostAsync(db, session, ct);
        Tell(session, outcome);
        return outcome;
    }

    public Result CommitExpedite(Option option, BoardCapacity board, string reason, Guid by, DateTimeOffset now)
    {
        var committed = option.Commit(board.BoardId, null, now);
        if (!committed.IsRefused)
        {
            var signature = OutcomeSignature.ForExpedite(signing.Value.SigningKey, board.BoardId, option.Id);
            db.Publish(Message(option, board.TeamId, 0, [option.Id], signature, by) with { Reason = reason });
            metrics.Committed(1);
        }

        return committed;
    }

    private void Tell(ReplenishmentSession session, ReplenishmentOutcome outcome)
    {
        metrics.Ended(session.State);
        metrics.Committed(outcome.CommittedIds.Count);
        db.Audit(
            new AuditFact("OutcomeAgreed", "ReplenishmentSession", session.Id, outcome.LastConsentBy, outcome.AgreedAt)
            {
                After = new
                {
                    OutcomeId = outcome.Id,
                    outcome.BoardId,
                    outcome.CommittedIds,
                    outcome.Signature,
                },
            }
        );
    }

    private static Result Required(Result result) =>
        result.IsRefused ? throw new InvalidOperationException(result.Error.Message) : result;

    private static WorkItemCommitted Message(
        Option option,
        Guid teamId,
        int rank,
        IReadOnlyList<Guid> committedIds,
        string signature,
        Guid by
    ) =>
        new(
            option.Id,
            option.Version,
            option.Key,
            option.Title,
            option.CommittedBoardId!.Value,
            teamId,
            option.CustomerId,
            option.RequesterId,
            option.Category.ToString(),
            option.ClassOfService.ToString(),
            option.DueDate,
            option.IsRegulated,
            rank,
            option.AcceptedAt,
            option.OutcomeId,
            committedIds,
            signature,
            option.CommittedAt!.Value,
            by
        );
}
