namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>Why an option is in a proposal, and which customer paid what part of its slot.</summary>
internal sealed record Purchase(Guid OptionId, PurchaseKind Kind, IReadOnlyDictionary<Guid, Fraction> Payments);
