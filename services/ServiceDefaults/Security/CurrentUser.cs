using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace FlowPlatform.ServiceDefaults.Security;

/// <summary>The person of the request, from the validated token and from nothing else.</summary>
public sealed class CurrentUser
{
    private readonly List<(Guid Id, string Role)> _teams;
    private readonly List<(Guid Id, string Role)> _customers;

    public CurrentUser(IHttpContextAccessor accessor)
        : this(
            (accessor ?? throw new ArgumentNullException(nameof(accessor))).HttpContext?.User ?? new ClaimsPrincipal()
        ) { }

    public CurrentUser(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        Id = Guid.TryParse(principal.FindFirstValue(FlowClaims.Subject), out var id) ? id : Guid.Empty;
        Name = principal.FindFirstValue(FlowClaims.Name) ?? "";
        Roles = principal.FindAll(FlowClaims.Role).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        _teams = Scoped(principal, FlowClaims.Team);
        _customers = Scoped(principal, FlowClaims.Customer);
    }

    public Guid Id { get; }

    public string Name { get; }

    public IReadOnlySet<string> Roles { get; }

    public IEnumerable<Guid> Teams => _teams.Select(team => team.Id).Distinct();

    public IEnumerable<Guid> Customers => _customers.Select(customer => customer.Id).Distinct();

    public bool IsAdmin => HasRole(Security.Roles.Admin);

    /// <summary>True when the person holds at least one role, in the organisation, a team or for a customer.</summary>
    public bool HasAnyRole => Id != Guid.Empty && (Roles.Count > 0 || _teams.Count > 0 || _customers.Count > 0);

    public bool HasRole(string role) => Roles.Contains(role);

    /// <summary>Member or lead of the team.</summary>
    public bool IsInTeam(Guid teamId) => _teams.Exists(team => team.Id == teamId);

    public bool IsLead(Guid teamId) => _teams.Exists(team => team.Id == teamId && team.Role == "lead");

    /// <summary>Requester or stakeholder of the customer.</summary>
    public bool ActsFor(Guid customerId) => _customers.Exists(customer => customer.Id == customerId);

    public bool IsStakeholderOf(Guid customerId) =>
        _customers.Exists(customer => customer.Id == customerId && customer.Role == "stakeholder");

    private static List<(Guid Id, string Role)> Scoped(ClaimsPrincipal principal, string type)
    {
        var found = new List<(Guid, string)>();
        foreach (var claim in principal.FindAll(type))
        {
            var colon = claim.Value.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && Guid.TryParse(claim.Value.AsSpan(0, colon), out var id))
            {
                found.Add((id, claim.Value[(colon + 1)..]));
            }
        }

        return found;
    }
}
