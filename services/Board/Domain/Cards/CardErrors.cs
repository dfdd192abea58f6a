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

    internal static readonly Error Open = new(
        "card-open",
        "The card is still open; finish or abandon it before it is archived."
    );

    internal static readonly Error Archived = new("card-archived", "The card is archived; restore it first.");
    internal static readonly Error NotArchived = new("card-not-archived", "The card is not archived.");

    internal static readonly Error PartsOpen = new(
        "parts-open",
        "Cards that were split off this one are still open; it is finished last."
    );

    internal static readonly Error PartAhead = new("part-ahead", "A part is put where the whole stands, or before it.");

    internal static readonly Error NothingToUndo = new(
        "nothing-to-undo",
        "The last thing that happened to the card is not a move."
    );

    internal static readonly Error NotYourMove = new(
        "not-your-move",
        "People take back their own moves; somebody else made this one.",
        ErrorKind.Forbidden
    );

    internal static readonly Error HappenedSince = new(
        "happened-since",
        "Something has happened to the card since the move, so it can no longer be taken back."
    );

    internal static readonly Error NotAbsent = new(
        "owner-not-absent",
        "This person is not absent; only an absent person's avatar is taken over."
    );

    internal static readonly Error TooManyTags = new(
        "too-many-tags",
        $"A card has at most {MarkRules.MostTags} tags of 1 to {MarkRules.TagLength} characters.",
        ErrorKind.Invalid
    );

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
