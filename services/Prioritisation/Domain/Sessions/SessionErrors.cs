using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

internal static class SessionErrors
{
    public static readonly Error NotFound = new("session-not-found", "There is no such session.", ErrorKind.NotFound);

    public static readonly Error BoardNotFound = new(
        "board-not-found",
        "No board of that id is known.",
        ErrorKind.NotFound
    );

    public static readonly Error NoOutcome = new(
        "no-outcome",
        "The session has not agreed, so nothing was committed.",
        ErrorKind.NotFound
    );

    public static readonly Error ObjectionNotFound = new(
        "objection-not-found",
        "There is no such objection.",
        ErrorKind.NotFound
    );

    public static readonly Error NotLead = new(
        "not-team-lead",
        "A session is opened by a lead of the board's team or an administrator.",
        ErrorKind.Forbidden
    );

    public static readonly Error NotFacilitator = new(
        "not-facilitator",
        "Only the facilitator of the session may do this.",
        ErrorKind.Forbidden
    );

    public static readonly Error TeamRecused = new(
        "team-recused",
        "Members of the delivering team are recused: what is most valuable is for the customers to agree.",
        ErrorKind.Forbidden
    );

    public static readonly Error FacilitatorHasNoVote = new(
        "facilitator-has-no-vote",
        "The facilitator of a session has no voice in it.",
        ErrorKind.Forbidden
    );

    public static readonly Error NotRepresentative = new(
        "not-representative",
        "Only the representative of a customer in this session may do this.",
        ErrorKind.Forbidden
    );

    public static readonly Error RepresentativePresent = new(
        "representative-present",
        "The deputy speaks only when the representative is marked absent.",
        ErrorKind.Forbidden
    );

    public static readonly Error MarkedAbsent = new(
        "marked-absent",
        "You are marked absent; the deputy speaks for the customer until you are marked present.",
        ErrorKind.Forbidden
    );

    public static readonly Error NotObjector = new(
        "not-objector",
        "An objection is withdrawn by the customer that raised it, and resolved by that customer or the facilitator.",
        ErrorKind.Forbidden
    );

    public static readonly Error CustomerNeeded = new(
        "customer-needed",
        "You speak for several customers in this session: say for which.",
        ErrorKind.Invalid
    );

    public static readonly Error NotMandated = new(
        "not-mandated",
        "That person is neither representative nor deputy of a customer in this session.",
        ErrorKind.Invalid
    );

    public static readonly Error AlreadyOpen = new(
        "session-already-open",
        "The board has a session that has not ended."
    );

    public static readonly Error NoFreeSlots = new(
        "no-free-slots",
        "The board has no free room, so there is nothing to agree on."
    );

    public static readonly Error NoOptions = new("no-eligible-options", "No option waits for this board's team.");

    public static readonly Error FacilitatorHasMandate = new(
        "facilitator-has-mandate",
        "The facilitator has no vote, so it cannot be a representative or deputy in the session."
    );

    public static readonly Error Expired = new("session-expired", "The session's time limit has passed.");

    public static readonly Error NoBallots = new("no-ballots", "Nobody has ranked anything yet.");

    public static readonly Error ObjectionEnded = new("objection-ended", "The objection has ended already.");

    public static readonly Error OwnObjectionOpen = new(
        "own-objection-open",
        "Your customer's objection is open: withdraw or resolve it first."
    );

    public static readonly Error ObjectionsOpen = new(
        "objections-open",
        "The last consent waits until no objection is open."
    );

    public static Error WrongState(SessionState state) =>
        new("session-state", $"The session is {state}, where this cannot be done.");

    public static Error TooManyOptions(int count) =>
        new("too-many-options", $"{count} options wait; name at most {ReplenishmentSession.MaxOptions} of them.");
}
