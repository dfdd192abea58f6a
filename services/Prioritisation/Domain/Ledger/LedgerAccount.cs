using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Ledger;

/// <summary>A customer's account at a board. A positive balance is owed to the customer and adds to its next budget.</summary>
internal sealed class LedgerAccount
{
    private LedgerAccount() { }

    public LedgerAccount(Guid boardId, Guid customerId)
    {
        BoardId = boardId;
        CustomerId = customerId;
    }

    public Guid BoardId { get; private set; }

    public Guid CustomerId { get; private set; }

    public Fraction Balance { get; private set; }

    public Fraction Entitled { get; private set; }

    public Fraction Received { get; private set; }

    public int Sessions { get; private set; }

    public void Take(Posting posting)
    {
        Balance = Entitlement.Carry(Balance, posting.Entitled, posting.Received);
        Entitled = (Entitled + posting.Entitled).TruncatedTo(Entitlement.Grain);
        Received = (Received + posting.Received).TruncatedTo(Entitlement.Grain);
        Sessions++;
    }

    /// <summary>A session without this customer: nothing earned, nothing paid, the claim fades.</summary>
    public void Fade() => Balance = Entitlement.Carry(Balance, 0, 0);
}
