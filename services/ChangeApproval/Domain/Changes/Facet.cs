namespace FlowPlatform.ChangeApproval.Domain.Changes;

/// <summary>The parts of a change that an approval can see and bind to.</summary>
public enum Facet
{
    Purpose,
    Scope,
    Systems,
    Risk,
    Implementation,
    TestEvidence,
    Window,
    BackOutPlan,
}

/// <summary>Says which facet a field of a change belongs to.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OfFacetAttribute(Facet facet) : Attribute
{
    internal Facet Facet { get; } = facet;
}
