namespace FlowPlatform.Identity.Domain.People;

internal static class OrganisationRoles
{
    public const string Admin = "admin";
    public const string ComplianceOfficer = "compliance-officer";
    public const string Auditor = "auditor";
    public const string ProgrammeLead = "programme-lead";
    public const string Executive = "executive";

    public static IReadOnlyList<string> All { get; } = [Admin, ComplianceOfficer, Auditor, ProgrammeLead, Executive];
}
