using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Contracts.Board;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>
/// What follows when limits refuse, on whichever path: it is counted, told, and answered with who or what takes the
/// room.
/// </summary>
internal sealed class Refusals(BoardDbContext db, Occupants occupants, BoardMetrics metrics)
{
    /// <summary>The refusal with its violations; it saves the message that tells of them.</summary>
    internal async Task<Error> TellAsync(
        LockedBoard board,
        CardState card,
        Decision decision,
        Act act,
        CancellationToken ct
    )
    {
        var refusal = decision.Refusal ?? throw new InvalidOperationException("A decision is a change or a refusal.");
        if (decision.Violated.Count == 0)
        {
            return refusal;
        }

        var told = await CountAsync(board, decision, ct);
        db.Publish(
            new MoveRefused(
                card.Id,
                board.Id,
                decision.ToColumn ?? board.Workflow.Find(card.ColumnId)?.Name ?? "",
                [
                    .. decision.Violated.Select(limit => new RefusedLimit(
                        limit.Code,
                        limit.Scope,
                        limit.Max,
                        limit.Occupancy
                    )),
                ],
                act.At,
                act.By
            )
        );
        await db.SaveChangesAsync(ct);
        return told;
    }

    /// <summary>The refusal with its violations, counted, where another message tells of it.</summary>
    internal async Task<Error> CountAsync(LockedBoard board, Decision decision, CancellationToken ct)
    {
        metrics.Refused(decision.Violated);
        var violations = await occupants.DescribeAsync(board.Id, decision.Violated, ct);
        // What limits violate is always refused.
        return decision.Refusal! with { Violations = violations };
    }
}
