namespace FlowPlatform.Identity.Domain.Customers;

internal sealed class CustomerMembership
{
    private CustomerMembership() { }

    public CustomerMembership(Guid customerId, Guid personId, CustomerRole role)
    {
        (CustomerId, PersonId, Role) = (customerId, personId, role);
    }

    public Guid CustomerId { get; private set; }
    public Guid PersonId { get; private set; }
    public CustomerRole Role { get; internal set; }
}
