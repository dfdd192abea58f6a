namespace FlowPlatform.Board.Domain.History;

/// <summary>What a state of a foreign log means on a board.</summary>
internal enum CaseState
{
    Waiting,
    Working,
    Blocked,
    Done,
}

/// <summary>
/// A change in a foreign log: from when on the case was in a state, why it is blocked in it, and who has it.
/// </summary>
internal sealed record CaseChange(DateTimeOffset At, CaseState State, string? BlockedBy, string? Assignee);

/// <summary>A case of a foreign log with all its changes, in any order.</summary>
internal sealed record CaseHistory(
    string Key,
    string Title,
    DateTimeOffset OpenedAt,
    IReadOnlyList<CaseChange> Changes
);
