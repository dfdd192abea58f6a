using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>A line of the list of changes.</summary>
public sealed record ChangeSummary(
    Guid Id,
    string Key,
    string Title,
    string Category,
    string State,
    Stage Stage,
    Guid TeamId,
    Guid? WorkItemId,
    int Revision,
    Guid RaisedBy,
    DateTimeOffset RaisedAt,
    DateTimeOffset? ReviewDueAt,
    long Version
);

/// <summary>The card that a change is for, as far as it is known here.</summary>
public sealed record ChangeCard(Guid WorkItemId, string? Key, string? Title, string? Customer, string? Column);

/// <summary>A revision's content.</summary>
public sealed record ContentResponse(
    string Title,
    string Purpose,
    string Scope,
    IReadOnlyList<string> Systems,
    RiskClass RiskClass,
    string? ImplementationDigest,
    string? TestEvidence,
    ImplementationWindow? Window,
    string? BackOutPlan,
    IReadOnlyList<Guid> Authors
)
{
    internal static ContentResponse From(ChangeContent c) =>
        new(
            c.Title,
            c.Purpose,
            c.Scope,
            c.Systems,
            c.RiskClass,
            c.ImplementationDigest,
            c.TestEvidence,
            c.Window,
            c.BackOutPlan,
            c.Authors
        );
}

/// <summary>A duty that a person holds in the change.</summary>
public sealed record DutyResponse(Guid PersonId, string? Name, Duty Duty);

/// <summary>A verdict. IsInForce: the change still says what this person saw. OnBehalfOf: whose deputy they were.</summary>
public sealed record VerdictResponse(
    Guid Id,
    VerdictKind Verdict,
    int Revision,
    Guid PersonId,
    Guid? OnBehalfOf,
    string? Reason,
    IReadOnlyList<Facet> Facets,
    bool IsInForce,
    IReadOnlyList<Facet> DifferingFacets,
    DateTimeOffset GivenAt
);

/// <summary>Evidence, and whether it is about what the change says now.</summary>
public sealed record EvidenceResponse(
    Guid Id,
    string Kind,
    string Reference,
    bool Passed,
    int Revision,
    bool IsInForce,
    Guid By,
    DateTimeOffset At
);

/// <summary>A step that the process offers in the present state, and who may take it.</summary>
public sealed record NextStep(ActKind Act, string To, IReadOnlyList<Party> By, int Approvals);

/// <summary>A change with everything recorded about it.</summary>
public sealed record ChangeResponse(
    ChangeSummary Change,
    ContentResponse Content,
    IReadOnlyDictionary<Facet, string> FacetDigests,
    ChangeCard? Card,
    IReadOnlyList<DutyResponse> Duties,
    IReadOnlyList<VerdictResponse> Verdicts,
    IReadOnlyList<EvidenceResponse> Evidence,
    IReadOnlyList<NextStep> Next,
    Guid ModelId,
    int ModelVersion,
    int RefusedAttempts,
    DateTimeOffset? AuthorisedAt,
    DateTimeOffset? ImplementedAt,
    DateTimeOffset? EndedAt
);
