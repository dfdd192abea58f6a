namespace FlowPlatform.Contracts.Audit;

/// <summary>
/// An audit-relevant fact of a service, written in the transaction of the change it tells of. Before and After are JSON texts.
/// LeafHash is the hex RFC 6962 leaf hash, SHA-256(0x00 || canonical text of the fact), made by the recording service.
/// </summary>
public sealed record AuditFactRecorded(
    Guid FactId,
    string Service,
    string Action,
    string SubjectType,
    Guid SubjectId,
    Guid? Actor,
    string? Reason,
    string? Before,
    string? After,
    string? CorrelationId,
    DateTimeOffset OccurredAt,
    string LeafHash
);
