namespace FlowPlatform.ChangeApproval.Domain.Changes;

/// <summary>Evidence about exactly one implementation: it counts as long as the implementation stays the same.</summary>
internal sealed class Attestation
{
    internal const int KindLength = 50;
    internal const int ReferenceLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ChangeId { get; init; }
    public required int Revision { get; init; }
    public required string Kind { get; init; }
    public required string Reference { get; init; }
    public required bool IsPassed { get; init; }
    public required string ImplementationSeen { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    internal bool IsInForce(IReadOnlyDictionary<Facet, string> present) =>
        IsPassed && present[Facet.Implementation] == ImplementationSeen;
}

/// <summary>A version of what a change says; never edited, only followed.</summary>
internal sealed class Revision
{
    public required Guid ChangeId { get; init; }
    public required int Number { get; init; }
    public required ChangeContent Content { get; init; }
    public required IReadOnlyDictionary<Facet, string> Digests { get; init; }
    public required string? Reason { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The one side that a person stands on in a change; every duty and verdict refers to it.</summary>
internal sealed class PersonSide
{
    public required Guid ChangeId { get; init; }
    public required Guid PersonId { get; init; }
    public required Side Side { get; init; }
}

/// <summary>A duty as it is kept.</summary>
internal sealed class DutyEntry
{
    public required Guid ChangeId { get; init; }
    public required Guid PersonId { get; init; }
    public required Duty Duty { get; init; }
    public required Side Side { get; init; }
    public required DateTimeOffset Since { get; init; }
}
