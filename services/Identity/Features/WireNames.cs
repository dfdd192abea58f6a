using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.Identity.Domain.Teams;

namespace FlowPlatform.Identity.Features;

/// <summary>Roles as tokens, messages and requests write them.</summary>
internal static class WireNames
{
    public const string Member = "member";
    public const string Lead = "lead";
    public const string Requester = "requester";
    public const string Stakeholder = "stakeholder";

    public static string ToWire(this TeamRole role) => role == TeamRole.Lead ? Lead : Member;

    public static string ToWire(this CustomerRole role) => role == CustomerRole.Stakeholder ? Stakeholder : Requester;

    public static TeamRole ToTeamRole(string role) => role == Lead ? TeamRole.Lead : TeamRole.Member;

    public static CustomerRole ToCustomerRole(string role) =>
        role == Stakeholder ? CustomerRole.Stakeholder : CustomerRole.Requester;
}
