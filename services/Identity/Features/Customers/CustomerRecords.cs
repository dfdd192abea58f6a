using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.ServiceDefaults.Audit;

namespace FlowPlatform.Identity.Features.Customers;

/// <summary>What the audit log keeps of a customer.</summary>
internal sealed record CustomerState(
    string Name,
    bool IsActive,
    IReadOnlyList<CustomerMember> Members,
    Guid? RepresentativeId,
    Guid? DeputyId,
    long Version
)
{
    public static CustomerState Of(Customer customer) =>
        new(
            customer.Name,
            customer.IsActive,
            customer.ToMembers(),
            customer.RepresentativeId,
            customer.DeputyId,
            customer.Version
        );
}

internal static class CustomerRecords
{
    public static IReadOnlyList<CustomerMember> ToMembers(this Customer customer) =>
        [
            .. customer
                .Members.OrderBy(member => member.PersonId)
                .Select(member => new CustomerMember(member.PersonId, member.Role.ToWire())),
        ];

    public static CustomerChanged ToMessage(this Customer customer, Guid by, DateTimeOffset now) =>
        new(
            customer.Id,
            customer.Version,
            customer.Name,
            customer.IsActive,
            customer.ToMembers(),
            customer.RepresentativeId,
            customer.DeputyId,
            now,
            by
        );

    /// <summary>Records event and audit fact of a change; of no change, nothing.</summary>
    public static void Record(
        this IdentityDbContext db,
        Customer customer,
        CustomerState? before,
        string action,
        Guid by,
        DateTimeOffset now
    )
    {
        if (before?.Version == customer.Version)
        {
            return;
        }

        db.Publish(customer.ToMessage(by, now));
        db.Audit(
            new AuditFact(action, "customer", customer.Id, by, now)
            {
                Before = before,
                After = CustomerState.Of(customer),
            }
        );
    }
}
