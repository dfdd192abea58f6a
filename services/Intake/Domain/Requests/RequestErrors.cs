using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Requests;

internal static class RequestErrors
{
    public static readonly Error NotYourCustomer = new(
        "intake.not-your-customer",
        "You are neither requester nor stakeholder of this customer.",
        ErrorKind.Forbidden
    );

    public static readonly Error NotInTeam = new(
        "intake.not-in-team",
        "Only members and leads of the delivering team triage its requests.",
        ErrorKind.Forbidden
    );

    public static readonly Error NotTheRequester = new(
        "intake.not-the-requester",
        "Only the requester, or a stakeholder of the request's customer, may do this.",
        ErrorKind.Forbidden
    );

    public static readonly Error UnknownCustomer = new(
        "intake.unknown-customer",
        "There is no active customer with this id.",
        ErrorKind.Invalid
    );

    public static readonly Error UnknownTeam = new(
        "intake.unknown-team",
        "There is no active team with this id.",
        ErrorKind.Invalid
    );

    public static readonly Error TeamNeeded = new(
        "intake.team-needed",
        "Accepting a request needs the team that delivers it.",
        ErrorKind.Invalid
    );

    public static readonly Error TitleNeeded = new(
        "intake.title-needed",
        $"A request needs a title of 1 to {WorkRequest.TitleLength} characters.",
        ErrorKind.Invalid
    );

    public static readonly Error DueDateNeeded = new(
        "intake.due-date-needed",
        "A request of class FixedDate needs a due date.",
        ErrorKind.Invalid
    );

    public static readonly Error ReasonNeeded = new(
        "intake.reason-needed",
        "This needs a reason, which the requester reads.",
        ErrorKind.Invalid
    );

    public static readonly Error DuplicateNeeded = new(
        "intake.duplicate-needed",
        "Linking needs the id of the request that this one duplicates.",
        ErrorKind.Invalid
    );

    public static readonly Error UnknownOriginal = new(
        "intake.unknown-original",
        "There is no request with the id in duplicateOfId.",
        ErrorKind.Invalid
    );

    public static readonly Error DuplicateOfItself = new(
        "intake.duplicate-of-itself",
        "A request cannot be a duplicate of itself."
    );

    public static readonly Error DuplicateOfDuplicate = new(
        "intake.duplicate-of-duplicate",
        "The other request is itself linked as a duplicate: link to the one it points to."
    );

    public static readonly Error HasDuplicates = new(
        "intake.has-duplicates",
        "Other requests are linked to this one: move their links first."
    );

    public static readonly Error DeliveredOnBoard = new(
        "intake.delivered-on-board",
        "This was delivered on a board: the team reopens its card there, and the request follows."
    );

    public static Error WrongStatus(string act, RequestStatus status) =>
        new("intake.wrong-status", $"A request that is {status} cannot be {act}.");
}
