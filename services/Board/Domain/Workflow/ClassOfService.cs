namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>How a work item is treated while it flows. Expedite has a lane and a limit of its own.</summary>
public enum ClassOfService
{
    Expedite,
    FixedDate,
    Standard,
    Intangible,
}
