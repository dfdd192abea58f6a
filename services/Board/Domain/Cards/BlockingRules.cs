namespace FlowPlatform.Board.Domain.Cards;

/// <summary>Blockers and giving up. A blocked card keeps its avatars: whoever began it still answers for it.</summary>
internal static class BlockingRules
{
    internal static Decision Block(CardState card, Guid blockerId, BlockerReason reason, string? note)
    {
        if (CardRules.Closed(card) is { } closed)
        {
            return closed;
        }

        var fact = new CardFact(TransitionKind.Blocked)
        {
            BlockerId = blockerId,
            Reason = reason.ToString(),
            Note = note,
        };
        return Decision.Of(card, card with { OpenBlockers = [.. card.OpenBlockers, blockerId] }, fact);
    }

    internal static Decision Resolve(CardState card, Guid blockerId, string? note)
    {
        if (!card.OpenBlockers.Contains(blockerId))
        {
            return CardErrors.UnknownBlocker;
        }

        var left = card.OpenBlockers.Where(blocker => blocker != blockerId).ToList();
        var fact = new CardFact(TransitionKind.Unblocked) { BlockerId = blockerId, Note = note };
        return Decision.Of(card, card with { OpenBlockers = left }, fact);
    }

    /// <summary>The card leaves the board unfinished: an end, but not throughput. Its avatars are free again.</summary>
    internal static Decision Abandon(CardState card, string reason, DateTimeOffset now)
    {
        if (CardRules.Closed(card) is { } closed)
        {
            return closed;
        }

        var after = card with { ColumnId = null, AbandonedAt = now, Owners = [], OpenBlockers = [] };
        var fact = new CardFact(TransitionKind.Abandoned) { FromColumn = card.ColumnId, Reason = reason };
        return Decision.Of(card, after, fact);
    }
}
