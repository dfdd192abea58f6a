namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>What a row of a foreign file can tell about a request. A profile says under which column names.</summary>
public enum ImportField
{
    Reference,
    Title,
    Description,
    State,
    StateAt,
    Order,
    OpenedAt,
    ResolvedAt,
    ClosedAt,
    Impact,
    Urgency,
    Priority,
    Practice,
    Category,
    Subcategory,
    Symptom,
    DueDate,
    Customer,
    ReopenCount,
    IsRegulated,
}
