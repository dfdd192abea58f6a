namespace FlowPlatform.Board.Data.Rows;

/// <summary>What this service knows of a person, from Identity.</summary>
internal sealed class PersonCopy
{
    public required Guid Id { get; init; }
    public required long Version { get; set; }
    public required string Name { get; set; }
    public required bool IsActive { get; set; }
}

/// <summary>What this service knows of a team, from Identity.</summary>
internal sealed class TeamCopy
{
    public required Guid Id { get; init; }
    public required long Version { get; set; }
    public required string Name { get; set; }
    public required Guid[] Members { get; set; }
}

/// <summary>Whether a change is approved, from ChangeApproval; the gate asks it by work item.</summary>
internal sealed class ChangeCopy
{
    public required Guid ChangeId { get; init; }
    public required Guid WorkItemId { get; init; }
    public required long Version { get; set; }
    public required bool IsApproved { get; set; }
}
