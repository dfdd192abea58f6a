using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Customers;

/// <summary>Somebody who acts for a customer. Role is "requester" or "stakeholder".</summary>
public sealed record CustomerMemberResponse(Guid PersonId, string Name, bool IsActive, string Role);

/// <summary>An internal customer, its people, and who speaks for it.</summary>
public sealed record CustomerResponse(
    Guid Id,
    string Name,
    bool IsActive,
    IReadOnlyList<CustomerMemberResponse> Members,
    Guid? RepresentativeId,
    Guid? DeputyId,
    long Version
)
{
    internal static async Task<CustomerResponse> ReadAsync(
        Customer customer,
        IdentityDbContext db,
        CancellationToken ct
    )
    {
        var ids = customer.Members.Select(member => member.PersonId).ToList();
        var people = await db
            .People.Where(person => ids.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.IsActive,
            })
            .ToDictionaryAsync(person => person.Id, ct);
        var members = customer.Members.Select(member => new CustomerMemberResponse(
            member.PersonId,
            people[member.PersonId].Name,
            people[member.PersonId].IsActive,
            member.Role.ToWire()
        ));
        return new CustomerResponse(
            customer.Id,
            customer.Name,
            customer.IsActive,
            [.. members.OrderBy(member => member.Name, StringComparer.Ordinal)],
            customer.RepresentativeId,
            customer.DeputyId,
            customer.Version
        );
    }
}
