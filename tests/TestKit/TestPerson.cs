namespace FlowPlatform.TestKit;

/// <summary>A person as their token tells. Start from one of these and add what the test is about.</summary>
public sealed record TestPerson(Guid Id, string Name)
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<(Guid Id, string Role)> Teams { get; init; } = [];

    public IReadOnlyList<(Guid Id, string Role)> Customers { get; init; } = [];

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Somebody with a valid token and no role at all: may do nothing.</summary>
    public static TestPerson Nobody() => Named("Nobody");

    public static TestPerson Admin() => Named("Ada Admin") with { Roles = [ServiceDefaults.Security.Roles.Admin] };

    public static TestPerson Auditor() =>
        Named("Aud Auditor") with
        {
            Roles = [ServiceDefaults.Security.Roles.Auditor],
        };

    public static TestPerson ComplianceOfficer() =>
        Named("Cora Compliance") with
        {
            Roles = [ServiceDefaults.Security.Roles.ComplianceOfficer],
        };

    public static TestPerson ProgrammeLead() =>
        Named("Paul Programme") with
        {
            Roles = [ServiceDefaults.Security.Roles.ProgrammeLead],
        };

    public static TestPerson Executive() =>
        Named("Eve Executive") with
        {
            Roles = [ServiceDefaults.Security.Roles.Executive],
        };

    public static TestPerson Member(Guid teamId, string name = "Max Member") =>
        Named(name) with
        {
            Teams = [(teamId, "member")],
        };

    public static TestPerson Lead(Guid teamId, string name = "Lena Lead") =>
        Named(name) with
        {
            Teams = [(teamId, "lead")],
        };

    public static TestPerson Requester(Guid customerId, string name = "Rita Requester") =>
        Named(name) with
        {
            Customers = [(customerId, "requester")],
        };

    public static TestPerson Stakeholder(Guid customerId, string name = "Stan Stakeholder") =>
        Named(name) with
        {
            Customers = [(customerId, "stakeholder")],
        };

    private static TestPerson Named(string name) => new(Guid.CreateVersion7(), name);
}
