using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Admission;

/// <summary>Everything that an admission depends on, read under the board's lock.</summary>
/// <param name="PlacedAvatars">Avatars placed over all boards, by person; people who have none may be left out.</param>
/// <param name="HasApprovedChange">The card in question has an approved change.</param>
internal sealed record BoardState(
    DefinitionOfWorkflow Workflow,
    Occupancy Occupancy,
    IReadOnlyDictionary<Guid, int> PlacedAvatars,
    bool HasApprovedChange
)
{
    /// <summary>People who are absent: their free avatars are suspended.</summary>
    public IReadOnlyCollection<Guid> Absent { get; init; } = [];
}
