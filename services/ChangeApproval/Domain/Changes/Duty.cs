namespace FlowPlatform.ChangeApproval.Domain.Changes;

/// <summary>What a person is in one change. A person may hold several duties, but only of one side.</summary>
public enum Duty
{
    Requester,
    Author,
    Tester,
    Implementer,

    /// <summary>Gave a verdict.</summary>
    Approver,

    /// <summary>Lent the authority that a deputy approved with.</summary>
    Principal,

    /// <summary>Reviewed an emergency after it was implemented.</summary>
    Reviewer,
}

/// <summary>Those who make a change, and those who judge it.</summary>
public enum Side
{
    Delivering,
    Judging,
}

internal static class Duties
{
    internal static Side SideOf(this Duty duty) =>
        duty is Duty.Approver or Duty.Principal or Duty.Reviewer ? Side.Judging : Side.Delivering;

    /// <summary>The control objective that always holds: nobody judges a change they have a hand in.</summary>
    internal static bool AreSeparated(Duty one, Duty other) => one.SideOf() != other.SideOf();
}

/// <summary>A duty that a person has taken on; nobody can put it down again.</summary>
internal sealed record DutyHeld(Guid Person, Duty Duty);
