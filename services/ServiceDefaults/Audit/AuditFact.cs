namespace FlowPlatform.ServiceDefaults.Audit;

/// <summary>
/// What somebody did to something, for the audit log. Before and After are small objects of ids and values, never personal data:
/// they are kept for ever.
/// </summary>
public sealed record AuditFact(
    string Action,
    string SubjectType,
    Guid SubjectId,
    Guid? Actor,
    DateTimeOffset OccurredAt
)
{
    public string? Reason { get; init; }

    public object? Before { get; init; }

    public object? After { get; init; }
}
