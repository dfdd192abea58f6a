namespace FlowPlatform.ChangeApproval.Domain.Changes;

public enum RiskClass
{
    Low,
    Medium,
    High,
}

/// <summary>When a change may be implemented: [From, To).</summary>
public sealed record ImplementationWindow(DateTimeOffset From, DateTimeOffset To);

/// <summary>What a revision of a change says. Every field belongs to a facet, or an approval could not cover it.</summary>
internal sealed record ChangeContent
{
    internal const int TitleLength = 200;
    internal const int TextLength = 10_000;
    internal const int DigestLength = 200;
    internal const int NameLength = 100;
    internal const int MostItems = 50;

    [OfFacet(Facet.Purpose)]
    public required string Title { get; init; }

    [OfFacet(Facet.Purpose)]
    public required string Purpose { get; init; }

    [OfFacet(Facet.Scope)]
    public required string Scope { get; init; }

    [OfFacet(Facet.Systems)]
    public required IReadOnlyList<string> Systems { get; init; }

    [OfFacet(Facet.Risk)]
    public required RiskClass RiskClass { get; init; }

    [OfFacet(Facet.Implementation)]
    public string? ImplementationDigest { get; init; }

    [OfFacet(Facet.Implementation)]
    public required IReadOnlyList<Guid> Authors { get; init; }

    [OfFacet(Facet.TestEvidence)]
    public string? TestEvidence { get; init; }

    [OfFacet(Facet.Window)]
    public ImplementationWindow? Window { get; init; }

    [OfFacet(Facet.BackOutPlan)]
    public string? BackOutPlan { get; init; }
}
