namespace FlowPlatform.Prioritisation.Domain;

/// <summary>How an option is treated when its time matters; only Expedite may bypass a session.</summary>
public enum ClassOfService
{
    Expedite,
    FixedDate,
    Standard,
    Intangible,
}
