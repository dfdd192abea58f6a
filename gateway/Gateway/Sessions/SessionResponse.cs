using System.Security.Claims;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Gateway.Sessions;

/// <summary>Who is signed in, and what they are to the organisation, their teams and their customers.</summary>
public sealed record SessionResponse(
    Guid PersonId,
    string Name,
    IReadOnlyList<string> Roles,
    IReadOnlyList<TeamRole> Teams,
    IReadOnlyList<CustomerRole> Customers
)
{
    internal static SessionResponse Of(ClaimsPrincipal principal) =>
        new(
            Guid.TryParse(principal.FindFirstValue(FlowClaims.Subject), out var id) ? id : Guid.Empty,
            principal.FindFirstValue(FlowClaims.Name) ?? "",
            [.. principal.FindAll(FlowClaims.Role).Select(role => role.Value)],
            [.. Scoped(principal, FlowClaims.Team).Select(team => new TeamRole(team.Id, team.Role))],
            [.. Scoped(principal, FlowClaims.Customer).Select(customer => new CustomerRole(customer.Id, customer.Role))]
        );

    private static IEnumerable<(Guid Id, string Role)> Scoped(ClaimsPrincipal principal, string type) =>
        from claim in principal.FindAll(type)
        let parts = claim.Value.Split(':', 2)
        where parts.Length == 2 && Guid.TryParse(parts[0], out _)
        select (Guid.Parse(parts[0]), parts[1]);
}

/// <summary>A team and the person's role in it: member or lead.</summary>
public sealed record TeamRole(Guid TeamId, string Role);

/// <summary>A customer and the person's role for it: requester or stakeholder.</summary>
public sealed record CustomerRole(Guid CustomerId, string Role);
