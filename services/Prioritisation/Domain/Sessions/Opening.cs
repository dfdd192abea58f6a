using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Options;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>What a session is opened with. Balances are those of the entitlement ledger; a customer without one has zero.</summary>
internal sealed record Opening(
    Guid BoardId,
    Guid TeamId,
    Guid FacilitatorId,
    Guid OpenedBy,
    CapacityFigures Figures,
    IReadOnlyList<Option> Options,
    IReadOnlyList<CustomerCopy> Customers,
    IReadOnlySet<Guid> RecusedIds,
    IReadOnlyDictionary<Guid, Fraction> Balances,
    DateTimeOffset Now,
    TimeSpan TimeLimit
);
