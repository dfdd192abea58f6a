using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>What can be wrong with a list of options: a ballot, a proposal, or the choice of what to freeze.</summary>
internal static class ProposalErrors
{
    public static readonly Error Nothing = new("nothing-proposed", "The proposal is empty: close the session instead.");

    public static Error Changed(int present) =>
        new("proposal-changed", $"Proposal {present} is on the table now; look at it before you consent.");

    public static Error NotFrozen(IEnumerable<Guid> optionIds) =>
        WithEach(
            new("option-not-in-session", "Only options that the session froze can be named.", ErrorKind.Invalid),
            optionIds
        );

    public static Error NamedTwice(IEnumerable<Guid> optionIds) =>
        WithEach(new("option-named-twice", "Each option can be named once.", ErrorKind.Invalid), optionIds);

    public static Error NotEligible(IEnumerable<Guid> optionIds) =>
        WithEach(new("option-not-eligible", "These options do not wait for this board's team."), optionIds);

    public static Error Gone(IEnumerable<Guid> optionIds) =>
        WithEach(new("option-gone", "These options no longer wait: propose again without them."), optionIds);

    public static Error NotQuorate(IEnumerable<Guid> customerIds) =>
        WithEach(
            new("not-quorate", "These customers have nobody who may speak: neither representative nor deputy."),
            customerIds
        );

    public static Error ExceedsRoom(IEnumerable<Violation> violations) =>
        new("proposal-exceeds-room", "The proposal does not fit into the board's room.")
        {
            Violations = [.. violations],
        };

    public static Error ReservedUnfilled(IEnumerable<Violation> violations) =>
        new("reserved-slots-unfilled", "Slots kept for a category stay with it while an option of it waits.")
        {
            Violations = [.. violations],
        };

    private static Error WithEach(Error error, IEnumerable<Guid> ids) =>
        error with
        {
            Violations = [.. ids.Select(id => new Violation(error.Code, error.Message) { Scope = id.ToString() })],
        };
}
