using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.Prioritisation.Features.Options;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>A session as the viewer may see it: rankings of others only after the reveal, whoever asks.</summary>
/// <param name="ICanSpeakFor">Customers for which you speak in this session right now.</param>
/// <param name="CostOfDelayPerDay">Of what was proposed and is not committed, where it was given: what a day without agreement costs.</param>
public sealed record SessionView(
    Guid Id,
    long Version,
    Guid BoardId,
    string BoardName,
    Guid TeamId,
    Guid FacilitatorId,
    string FacilitatorName,
    SessionState State,
    int Slots,
    IReadOnlyDictionary<WorkCategory, int> FreeByCategory,
    IReadOnlyDictionary<WorkCategory, int> ReservedByCategory,
    IReadOnlyDictionary<WorkCategory, int> OwedByCategory,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset? RevealedAt,
    DateTimeOffset? EndedAt,
    string? EndReason,
    Guid? OutcomeId,
    bool IAmFacilitator,
    bool IAmRecused,
    IReadOnlyList<Guid> ICanSpeakFor,
    decimal? CostOfDelayPerDay,
    IReadOnlyList<OptionEvidenceView> Options,
    IReadOnlyList<ParticipantView> Participants,
    IReadOnlyList<ProposalView> Proposals,
    IReadOnlyList<ObjectionView> Objections,
    BallotComparisonView? Comparison
);

/// <summary>An option as it was when the session opened.</summary>
public sealed record OptionEvidenceView(
    Guid Id,
    string Key,
    string Title,
    Guid CustomerId,
    string CustomerName,
    WorkCategory Category,
    ClassOfService ClassOfService,
    string Priority,
    DateOnly? DueDate,
    bool IsRegulated,
    DateTimeOffset AcceptedAt,
    int WaitingDays,
    ScoresView Scores
);

/// <summary>A customer in the session. Budget is its part of the common slots, exact: "9/5".</summary>
public sealed record ParticipantView(
    Guid CustomerId,
    string CustomerName,
    Guid? RepresentativeId,
    string? RepresentativeName,
    bool IsRepresentativeAbsent,
    Guid? DeputyId,
    string? DeputyName,
    bool IsDeputyAbsent,
    Guid? SpeakerId,
    string Budget,
    bool HasBallot,
    bool HasConsented,
    BallotView? Ballot
);

/// <summary>A ranking: groups of option ids, best first.</summary>
public sealed record BallotView(IReadOnlyList<IReadOnlyList<Guid>> Ranking, Guid By, DateTimeOffset At);

/// <summary>A proposal; the highest number is on the table. ProposedBy is absent for the platform's own.</summary>
public sealed record ProposalView(
    int Number,
    IReadOnlyList<Guid> OptionIds,
    Certificate Certificate,
    IReadOnlyList<PurchaseView> Purchases,
    Guid? ProposedBy,
    Guid? CustomerId,
    string? Reason,
    DateTimeOffset ProposedAt
);

/// <summary>How an option came into the platform's proposal and who bore its slot, in exact parts of a slot.</summary>
public sealed record PurchaseView(Guid OptionId, PurchaseKind Kind, IReadOnlyDictionary<Guid, string> Payments);

/// <summary>An objection and how it ended.</summary>
public sealed record ObjectionView(
    Guid Id,
    Guid CustomerId,
    Guid By,
    int Proposal,
    Guid? OptionId,
    string Reason,
    DateTimeOffset RaisedAt,
    bool IsOpen,
    ObjectionEnding? Ending,
    string? Resolution,
    Guid? EndedBy,
    DateTimeOffset? EndedAt
);

/// <summary>The ballots beside one another: the spread per option, widest first, and the Schulze order with its cycles.</summary>
public sealed record BallotComparisonView(
    IReadOnlyList<Spread> Spread,
    IReadOnlyList<SchulzePlace> Schulze,
    IReadOnlyList<IReadOnlyList<Guid>> Cycles
);
