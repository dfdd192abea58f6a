namespace FlowPlatform.Identity.Domain.Customers;

/// <summary>What a person is for an internal customer. A stakeholder may also ask for work.</summary>
internal enum CustomerRole
{
    Requester,
    Stakeholder,
}
