namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>A customer's voice: its budget in slots and the options its ballot approves.</summary>
internal sealed record Voter(Guid CustomerId, Fraction Budget, IReadOnlySet<Guid> Approved);
