using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

internal sealed record CaseState(string State, DateTimeOffset At);

/// <summary>A case of the source with everything its rows said, ready to become a request or to update one.</summary>
internal sealed record FoldedCase(
    CaseRow Latest,
    RequestStatus Status,
    DateTimeOffset OpenedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int ReopenCount,
    IReadOnlyList<CaseState> States
);
