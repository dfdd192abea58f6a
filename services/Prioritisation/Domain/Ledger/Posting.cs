using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Ledger;

/// <summary>A customer's part of an agreed session, in slots.</summary>
internal sealed record Posting(Guid CustomerId, Fraction Entitled, Fraction Received);

/// <summary>A common slot that an agreed session filled.</summary>
internal sealed record FilledSlot(Guid OwnCustomer, IReadOnlyCollection<Guid> ApprovedBy)
{
    public IReadOnlyCollection<Guid> Bearers => ApprovedBy.Count > 0 ? ApprovedBy : [OwnCustomer];
}
