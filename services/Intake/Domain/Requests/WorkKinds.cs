namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>The ITIL practice that a request belongs to.</summary>
public enum Practice
{
    Incident,
    ServiceRequest,
    ChangeRequest,
}

/// <summary>The kind of work, for the limits on types of work.</summary>
public enum WorkCategory
{
    Enhancement,
    Support,
    TechnicalDebt,
    Project,
}

/// <summary>How delay costs: at once, at a date, steadily, or late.</summary>
public enum ClassOfService
{
    Expedite,
    FixedDate,
    Standard,
    Intangible,
}

/// <summary>How much is touched (impact), or how soon it hurts (urgency).</summary>
public enum Severity
{
    High,
    Medium,
    Low,
}

/// <summary>Follows from impact and urgency, never set by hand.</summary>
public enum Priority
{
    P1,
    P2,
    P3,
    P4,
    P5,
}
