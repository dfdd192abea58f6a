namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>The work item types that share a team's capacity.</summary>
public enum WorkCategory
{
    Enhancement,
    Support,
    TechnicalDebt,
    Project,
}
