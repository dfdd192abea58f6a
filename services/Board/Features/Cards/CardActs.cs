using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>
/// The steps that every act on a card takes: lock and read, check who acts and on which version, decide by the pure
/// rules, write. A refusal by limits is recorded too, with who or what takes the room.
/// </summary>
internal sealed class CardActs(
    BoardDbContext db,
    BoardLock boards,
    CardWriter writer,
    Refusals refusals,
    BoardMetrics metrics,
    CurrentUser user,
    TimeProvider clock
)
{
    internal Guid Actor => user.Id;

    /// <param name="people">Whose avatars the act may place; they are locked with the board.</param>
    internal Task<Result<CardResponse>> RunAsync(
        Guid cardId,
        IReadOnlyCollection<Guid> people,
        IfMatch seen,
        Func<LockedCard, DateTimeOffset, ValueTask<Decision>> decide,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async cancellation =>
            {
                if (await boards.OfCardAsync(cardId, people, cancellation) is not { } locked)
                {
                    return CardErrors.Unknown;
                }

                if (!user.IsInTeam(locked.Board.TeamId))
                {
                    return CardErrors.NotOnTheTeam;
                }

                if (seen.Check(locked.Card.Version) is { } stale)
                {
                    return stale;
                }

                var act = new Act(user.Id, clock.GetUtcNow());
                return await ConcludeAsync(locked, await decide(locked, act.At), act, cancellation);
            },
            ct
        );

    internal Task<Result<CardResponse>> RunAsync(
        Guid cardId,
        IfMatch seen,
        Func<LockedCard, DateTimeOffset, Decision> decide,
        CancellationToken ct
    ) => RunAsync(cardId, [], seen, (locked, now) => ValueTask.FromResult(decide(locked, now)), ct);

    private async Task<Result<CardResponse>> ConcludeAsync(
        LockedCard locked,
        Decision decision,
        Act act,
        CancellationToken ct
    )
    {
        if (decision.Change is { } change)
        {
            metrics.Happened(change);
            var after = await writer.WriteAsync(locked.Board, change, act, ct);
            return CardResponse.From(change.After, after);
        }

        return decision.Unchanged is { } same
            ? CardResponse.From(same, locked.Board)
            : await refusals.TellAsync(locked.Board, locked.Card, decision, act, ct);
    }
}
