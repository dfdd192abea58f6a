using FlowPlatform.ChangeApproval.Domain.Changes;

namespace FlowPlatform.ChangeApproval.Domain.Models;

/// <summary>What a state of a team's process means to everybody else.</summary>
public enum Stage
{
    /// <summary>Waits for judgement or evidence.</summary>
    Waiting,

    /// <summary>May be implemented; a gate column lets its card pass.</summary>
    Authorised,

    /// <summary>Implemented, and something is still owed: the review of an emergency.</summary>
    Implemented,

    /// <summary>Over, in good order.</summary>
    Closed,

    Rejected,
    Withdrawn,
}

/// <summary>What can happen to a change.</summary>
public enum ActKind
{
    /// <summary>Evidence is attested by a tester.</summary>
    Attest,
    Approve,
    Reject,
    Revise,
    Withdraw,
    Implement,
    Review,

    /// <summary>No act of a person: happens as soon as what the transition requires is there.</summary>
    Advance,
}

/// <summary>Who may act, by standing rather than by name.</summary>
public enum Party
{
    Requester,
    TeamMember,
    TeamLead,
    ChangeAuthority,
    Anyone,
}

/// <summary>A state of a process, with its meaning.</summary>
public sealed record ProcessState(string Name, Stage Stage);

/// <summary>A step of a process: who may take it, and what must be there before.</summary>
public sealed record Transition(string From, ActKind Act, string To)
{
    /// <summary>Who may act; nobody when empty, except for Advance.</summary>
    public IReadOnlyList<Party> By { get; init; } = [];

    /// <summary>The actor must hold none of these duties in this change.</summary>
    public IReadOnlyList<Duty> NotBy { get; init; } = [];

    /// <summary>How many approvals of different people must be in force.</summary>
    public int Approvals { get; init; }

    /// <summary>The facets each counted approval must cover; all of them when empty.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>The kinds of evidence that must be in force.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The actor must state a reason.</summary>
    public bool Reason { get; init; }
}

/// <summary>How changes of one category go in a team: a finite state machine.</summary>
public sealed record Process(
    string Category,
    string Initial,
    IReadOnlyList<ProcessState> States,
    IReadOnlyList<Transition> Transitions
)
{
    internal Stage StageOf(string state) => States.First(s => s.Name == state).Stage;

    /// <summary>Who may take such a step from the state.</summary>
    internal IReadOnlySet<Party> PartiesFor(string state, ActKind act) =>
        Transitions.Where(step => step.From == state && step.Act == act).SelectMany(step => step.By).ToHashSet();
}
