using FlowPlatform.ChangeApproval.Domain.Changes;

namespace FlowPlatform.ChangeApproval.Domain.Models;

/// <summary>An approval that is in force, whose authority it rests on, and the facets it covers.</summary>
internal sealed record ApprovalHeld(Guid Person, Guid Authority, IReadOnlySet<Facet> Facets);

/// <summary>Where a change stands: all that a process or a control may look at.</summary>
internal sealed record Run
{
    public required string State { get; init; }
    public IReadOnlyList<DutyHeld> Duties { get; init; } = [];
    public IReadOnlyList<ApprovalHeld> Approvals { get; init; } = [];
    public IReadOnlySet<string> Evidence { get; init; } = new HashSet<string>();
    public bool IsImplemented { get; init; }
    public bool IsReviewed { get; init; }

    internal bool Holds(Guid person, Duty duty) => Duties.Contains(new DutyHeld(person, duty));
}

/// <summary>Something a person wants to do to a change.</summary>
internal sealed record Act(ActKind Kind, Guid Person, IReadOnlySet<Party> Standing)
{
    /// <summary>Set where a deputy acts: whose authority it is.</summary>
    public Guid? OnBehalfOf { get; init; }

    public bool HasReason { get; init; } = true;

    /// <summary>For Attest: the kind of evidence.</summary>
    public string? Evidence { get; init; }

    /// <summary>For Approve: what the approval covers.</summary>
    public IReadOnlySet<Facet> Facets { get; init; } = Every;

    /// <summary>For Revise: whom the new content names as authors, beside the actor.</summary>
    public IReadOnlyList<Guid> Authors { get; init; } = [];

    /// <summary>For Revise: the approvals that the new content leaves in force.</summary>
    public IReadOnlyList<ApprovalHeld> Carried { get; init; } = [];

    /// <summary>For Revise: the evidence that the new content leaves in force.</summary>
    public IReadOnlySet<string> CarriedEvidence { get; init; } = new HashSet<string>();

    internal static IReadOnlySet<Facet> Every { get; } = Enum.GetValues<Facet>().ToHashSet();
}
