using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.Identity.Domain.Teams;

namespace FlowPlatform.Identity.Data;

/// <summary>
/// The organisation of the case study, with ids that tests, the README and the demonstration name: the finance-systems
/// team and its three internal customers, those who watch over them, and two teams of other functions, of five and of
/// four people, so that a figure about a group can be shown for one and withheld for the other.
/// </summary>
internal static class DemoOrganisation
{
    public const string FinanceSystems = "Finance Systems";
    public const string Finance = "Finance";
    public const string Marketing = "Marketing";
    public const string Legal = "Legal";
    public const string Technology = "Technology";
    public const string Governance = "Governance";

    public static readonly Guid FinanceSystemsTeam = Team(1);
    public static readonly Guid MarketingAnalyticsTeam = Team(2);
    public static readonly Guid LegalOperationsTeam = Team(3);

    public static readonly Guid Accounting = Customer(1);
    public static readonly Guid Treasury = Customer(2);
    public static readonly Guid Controlling = Customer(3);

    public static readonly Guid Ada = Person(1);

    public static IReadOnlyList<string> Functions { get; } =
    [FinanceSystems, Finance, Marketing, Legal, Technology, Governance];

    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new(Ada, "Ada Admin", "ada", Technology, [OrganisationRoles.Admin]),
        new(Person(2), "Cosima Control", "cosima", Governance, [OrganisationRoles.ComplianceOfficer]),
        new(Person(3), "Astrid Audit", "astrid", Governance, [OrganisationRoles.Auditor]),
        new(Person(4), "Pia Programme", "pia", Technology, [OrganisationRoles.ProgrammeLead]),
        new(Person(5), "Erik Executive", "erik", Governance, [OrganisationRoles.Executive], IsLeader: true),
        new(Person(11), "Lena Lindner", "lena", FinanceSystems, []),
        new(Person(12), "Max Maurer", "max", FinanceSystems, []),
        new(Person(13), "Mia Moser", "mia", FinanceSystems, []),
        new(Person(14), "Omar Osman", "omar", FinanceSystems, []),
        new(Person(15), "Tess Tanner", "tess", FinanceSystems, []),
        new(Person(21), "Anna Ahrens", "anna", Finance, []),
        new(Person(22), "Aaron Albers", "aaron", Finance, []),
        new(Person(23), "Abby Arndt", "abby", Finance, []),
        new(Person(31), "Theo Thiel", "theo", Finance, []),
        new(Person(32), "Tara Timm", "tara", Finance, []),
        new(Person(33), "Toni Tietz", "toni", Finance, []),
        new(Person(41), "Carl Conrad", "carl", Finance, []),
        new(Person(42), "Cleo Cramer", "cleo", Finance, []),
        new(Person(43), "Cora Claus", "cora", Finance, []),
        new(Person(51), "Mara Menzel", "mara", Marketing, []),
        new(Person(52), "Milo Merz", "milo", Marketing, []),
        new(Person(53), "Moritz Mohr", "moritz", Marketing, []),
        new(Person(54), "Muriel Munk", "muriel", Marketing, []),
        new(Person(55), "Malik Matar", "malik", Marketing, []),
        new(Person(61), "Lotte Lenz", "lotte", Legal, []),
        new(Person(62), "Luca Lorenz", "luca", Legal, []),
        new(Person(63), "Leon Lux", "leon", Legal, []),
        new(Person(64), "Lia Laub", "lia", Legal, []),
    ];

    /// <summary>Each with its people; the first one leads.</summary>
    public static IReadOnlyList<DemoTeam> Teams { get; } =
    [
        new(FinanceSystemsTeam, new TeamDetails("FS", "Finance Systems", FinanceSystems), 11, 12, 13, 14, 15),
        new(MarketingAnalyticsTeam, new TeamDetails("MA", "Marketing Analytics", Marketing), 51, 52, 53, 54, 55),
        new(LegalOperationsTeam, new TeamDetails("LO", "Legal Operations", Legal), 61, 62, 63, 64),
    ];

    public static IReadOnlyList<DemoCustomer> Customers { get; } =
    [
        new(Accounting, "Accounting", Person(21), Person(22), Person(23)),
        new(Treasury, "Treasury", Person(31), Person(32), Person(33)),
        new(Controlling, "Controlling", Person(41), Person(42), Person(43)),
    ];

    internal static Guid Person(int number) => Id(0x8000, number);

    private static Guid Team(int number) => Id(0x8001, number);

    private static Guid Customer(int number) => Id(0x8002, number);

    // 01900000-0000-7000-8000-000000000011 is person 11: legible, and a valid UUIDv7.
    private static Guid Id(int kind, int number) => Guid.Parse($"01900000-0000-7000-{kind:x4}-{number:d12}");
}

internal sealed record DemoPerson(
    Guid Id,
    string Name,
    string Mailbox,
    string Function,
    string[] Roles,
    bool IsLeader = false
)
{
    public string Email => $"{Mailbox}@flow.example";
}

internal sealed record DemoTeam(Guid Id, TeamDetails Details, params int[] People)
{
    public Team Form()
    {
        var team = Team.Form(Id, Details).Value;
        foreach (var number in People)
        {
            team.Admit(DemoOrganisation.Person(number), number == People[0] ? TeamRole.Lead : TeamRole.Member);
        }

        return team;
    }
}

internal sealed record DemoCustomer(Guid Id, string Name, Guid Representative, Guid Deputy, Guid Requester)
{
    public Customer Register()
    {
        var customer = Customer.Register(Id, Name).Value;
        customer.Appoint(Representative, CustomerRole.Stakeholder);
        customer.Appoint(Deputy, CustomerRole.Stakeholder);
        customer.Appoint(Requester, CustomerRole.Requester);
        customer.Mandate(Representative, Deputy);
        return customer;
    }
}
