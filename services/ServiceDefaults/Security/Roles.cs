namespace FlowPlatform.ServiceDefaults.Security;

/// <summary>Organisation-wide roles. Roles in a team or for a customer are scoped: see <see cref="CurrentUser"/>.</summary>
public static class Roles
{
    public const string Admin = "admin";
    public const string ComplianceOfficer = "compliance-officer";
    public const string Auditor = "auditor";
    public const string ProgrammeLead = "programme-lead";
    public const string Executive = "executive";

    public static IReadOnlyList<string> All { get; } = [Admin, ComplianceOfficer, Auditor, ProgrammeLead, Executive];
}

/// <summary>Names of the claims in an access token.</summary>
public static class FlowClaims
{
    public const string Subject = "sub";
    public const string Name = "name";
    public const string Role = "role";

    /// <summary>"{teamId}:member" or "{teamId}:lead", one claim a membership.</summary>
    public const string Team = "team";

    /// <summary>"{customerId}:requester" or "{customerId}:stakeholder".</summary>
    public const string Customer = "customer";

    /// <summary>Only in tokens made from a personal access token: "all", "board:read", "board:write"...</summary>
    public const string Scope = "scope";
}
