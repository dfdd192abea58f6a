namespace FlowPlatform.Board.Domain.Cards;

/// <summary>
/// One thing that happened to a card: a row of its history and, mostly, a message to the other services.
/// </summary>
internal sealed record CardFact(TransitionKind Kind)
{
    public Guid? FromColumn { get; init; }
    public Guid? ToColumn { get; init; }
    public Guid? BlockerId { get; init; }
    public string? Reason { get; init; }
    public string? Note { get; init; }

    /// <summary>Who owns the card from now on; set where that changed.</summary>
    public IReadOnlyList<Guid>? Owners { get; init; }
}

/// <summary>
/// A card before and after an act, and the facts between. Avatars are placed and freed with it or not at all.
/// </summary>
internal sealed record CardChange(CardState Before, CardState After, IReadOnlyList<CardFact> Facts)
{
    /// <summary>The card comes onto the board with this change.</summary>
    internal bool IsNew => Facts[0].Kind is TransitionKind.Placed or TransitionKind.SplitOff;

    internal IEnumerable<Guid> AvatarsPlaced => After.Owners.Except(Before.Owners);
    internal IEnumerable<Guid> AvatarsFreed => Before.Owners.Except(After.Owners);
}
