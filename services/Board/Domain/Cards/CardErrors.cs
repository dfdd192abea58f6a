using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Cards;

internal static class CardErrors
{
    internal static readonly Error Unknown = new("card-unknown", "There is no such card.", ErrorKind.NotFound);

    internal static readonly Error NotOnTheTeam = new(
        "not-on-the-team",
        "Only members of the board's team work with its cards.",
        ErrorKind.Forbidden
    );

    internal static readonly Error OwnerNotOnTheTeam = new(
        "owner-not-on-the-team",
        "An avatar stands for a member of the board's team."
    );

    internal static readonly Error OnlyLeadsAssign = new(
        "only-leads-assign",
        "People place their own avatar; a team lead may place or take another's.",
        ErrorKind.Forbidden
    );

    internal static readonly Error UnknownColumn = new(
        "column-unknown",
        "The board has no such column.",
        ErrorKind.Invalid
    );

    internal static readonly Error AlreadyThere = new("card-already-there", "The card already stands in that column.");
    internal static readonly Error Finished = new("card-finished", "The card is finished; reopen it first.");
    internal static readonly Error NotFinished = new("card-not-finished", "Only a finished card can be reopened.");
    internal static readonly Error Abandoned = new("card-abandoned", "The card was abandoned.");

    internal static readonly Error Blocked = new(
        "card-blocked",
        "The card is blocked; resolve its blockers before it moves on."
    );

    internal static readonly Error AlreadyOwned = new("already-owned", "This person's avatar already stands here.");
    internal static readonly Error NotOwned = new("not-owned", "This person's avatar does not stand on the card.");

    internal static readonly Error UnknownBlocker = new(
        "blocker-unknown",
        "The card has no such open blocker.",
        ErrorKind.NotFound
    );
}
