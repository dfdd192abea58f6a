using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.History;

/// <summary>What a state of a foreign log means on a board.</summary>
internal enum CaseState
{
    Waiting,
    Working,
    Blocked,
    Done,
    Abandoned,
}

/// <summary>
/// A change in a foreign log: from when on the case was in a state, why it is blocked in it, and who has it. Column names
/// the column where the state has one of its own; else it is the first of its kind.
/// </summary>
internal readonly record struct CaseChange(
    DateTimeOffset At,
    CaseState State,
    string? BlockedBy,
    string? Assignee,
    string? Column = null
);

/// <summary>A case of a foreign log with all its changes, in any order.</summary>
internal sealed record CaseHistory(string Key, string Title, DateTimeOffset OpenedAt, IReadOnlyList<CaseChange> Changes)
{
    public WorkCategory Category { get; init; } = WorkCategory.Support;
    public ClassOfService ClassOfService { get; init; } = ClassOfService.Standard;
}
