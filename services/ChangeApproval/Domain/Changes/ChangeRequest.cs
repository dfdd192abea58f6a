using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Changes;

/// <summary>
/// A change to a service. Its state is moved by its team's process alone; no person stands on both sides of it;
/// approvals and evidence count only for the content they saw; nothing recorded is ever edited.
/// </summary>
internal sealed partial class ChangeRequest
{
    private readonly List<Revision> _revisions = [];
    private readonly List<PersonSide> _sides = [];
    private readonly List<DutyEntry> _duties = [];
    private readonly List<Verdict> _verdicts = [];
    private readonly List<CarryOver> _carryOvers = [];
    private readonly List<Attestation> _evidence = [];

    private ChangeRequest() { }

    public Guid Id { get; private set; }
    public long Number { get; private set; }
    public Guid TeamId { get; private set; }
    public Guid? WorkItemId { get; private set; }
    public string Category { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string State { get; private set; } = "";
    public Stage Stage { get; private set; }

    /// <summary>The present revision's, for pipelines that know nothing else.</summary>
    public string? ImplementationDigest { get; private set; }

    public int RevisionNumber { get; private set; }
    public Guid ModelId { get; private set; }
    public int ModelVersion { get; private set; }
    public bool IsImplemented { get; private set; }
    public bool IsReviewed { get; private set; }
    public Guid RaisedBy { get; private set; }
    public DateTimeOffset RaisedAt { get; private set; }
    public DateTimeOffset? AuthorisedAt { get; private set; }
    public DateTimeOffset? ImplementedAt { get; private set; }
    public DateTimeOffset? ReviewDueAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public long Version { get; private set; }

    /// <summary>
    /// The version of the last act itself. Where the act also authorised the change, that is one version more: readers
    /// of its events ignore a version that they have.
    /// </summary>
    public long ActVersion { get; private set; }

    public string Key => $"CHG-{Number}";
    public IReadOnlyList<Revision> Revisions => _revisions;
    public IReadOnlyList<PersonSide> Sides => _sides;
    public IReadOnlyList<DutyEntry> Duties => _duties;
    public IReadOnlyList<Verdict> Verdicts => _verdicts;
    public IReadOnlyList<CarryOver> CarryOvers => _carryOvers;
    public IReadOnlyList<Attestation> Evidence => _evidence;

    public Revision Present => _revisions.First(revision => revision.Number == RevisionNumber);
    public IReadOnlyList<string> Systems => Present.Content.Systems;

    /// <summary>What the process and the controls see of this change.</summary>
    public Run Run =>
        new()
        {
            State = State,
            Duties = [.. _duties.Select(entry => new DutyHeld(entry.PersonId, entry.Duty))],
            Approvals = ApprovalsInForce(Present.Digests),
            Evidence = EvidenceInForce(Present.Digests),
            IsImplemented = IsImplemented,
            IsReviewed = IsReviewed,
        };

    internal static Result<ChangeRequest> Raise(
        long number,
        (Guid TeamId, Guid? WorkItemId) of,
        ChangeContent content,
        Rulebook rules,
        Guid by,
        DateTimeOffset now
    )
    {
        if (content.Window is { } window && window.To <= window.From)
        {
            return ChangeErrors.WindowEndsBeforeItBegins;
        }

        var change = new ChangeRequest
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            TeamId = of.TeamId,
            WorkItemId = of.WorkItemId,
            Category = rules.Process.Category,
            ModelId = rules.ModelId,
            ModelVersion = rules.ModelVersion,
            RaisedBy = by,
            RaisedAt = now,
        };
        change.AddRevision(content, reason: null, by, now);
        change.Become(rules, ProcessEngine.Start(rules.Process, by, content.Authors), now, isRevised: true);
        return change;
    }

    private List<ApprovalHeld> ApprovalsInForce(IReadOnlyDictionary<Facet, string> digests) =>
        [
            .. _verdicts
                .Where(verdict => verdict.IsInForce(digests))
                .Select(v => new ApprovalHeld(v.PersonId, v.AuthorityId, v.Seen.Keys.ToHashSet())),
        ];

    private HashSet<string> EvidenceInForce(IReadOnlyDictionary<Facet, string> digests) =>
        [.. _evidence.Where(evidence => evidence.IsInForce(digests)).Select(evidence => evidence.Kind)];

    private void AddRevision(ChangeContent content, string? reason, Guid by, DateTimeOffset now)
    {
        RevisionNumber++;
        (Title, ImplementationDigest) = (content.Title, content.ImplementationDigest);
        _revisions.Add(
            new Revision
            {
                ChangeId = Id,
                Number = RevisionNumber,
                Content = content,
                Digests = FacetDigests.Of(content),
                Reason = reason,
                By = by,
                At = now,
            }
        );
    }
}
