namespace FlowPlatform.Prioritisation.Domain;

/// <summary>The four kinds of work. The last two are the delivering team's own kinds and enter under reserved slots.</summary>
public enum WorkCategory
{
    Enhancement,
    Support,
    TechnicalDebt,
    Project,
}
