namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>The people of Identity's demo organisation who act in the story, by mailbox, and the ids that Identity gives them.</summary>
internal static class DemoPeople
{
    internal const string Lead = "lena";
    internal const string ProgrammeLead = "pia";

    internal static readonly Guid FinanceSystemsTeam = Id(0x8001, 1);

    internal static readonly string[] Members = ["max", "mia", "omar", "tess"];

    internal static readonly DemoCustomer Accounting = new(Id(0x8002, 1), "abby", "anna");
    internal static readonly DemoCustomer Treasury = new(Id(0x8002, 2), "toni", "theo");
    internal static readonly DemoCustomer Controlling = new(Id(0x8002, 3), "cora", "carl");

    internal static readonly DemoCustomer[] Customers = [Accounting, Treasury, Controlling];

    /// <summary>The people of three teams, of five, five and four, each as mailbox and id.</summary>
    internal static readonly (string Mailbox, Guid Id)[] Users =
    [
        ("lena", Person(11)),
        ("max", Person(12)),
        ("mia", Person(13)),
        ("omar", Person(14)),
        ("tess", Person(15)),
        ("mara", Person(51)),
        ("milo", Person(52)),
        ("moritz", Person(53)),
        ("muriel", Person(54)),
        ("malik", Person(55)),
        ("lotte", Person(61)),
        ("luca", Person(62)),
        ("leon", Person(63)),
        ("lia", Person(64)),
    ];

    private static Guid Person(int number) => Id(0x8000, number);

    private static Guid Id(int kind, int number) => Guid.Parse($"01900000-0000-7000-{kind:x4}-{number:d12}");
}

/// <summary>An internal customer with the mailboxes of who asks for it and who speaks for it.</summary>
internal sealed record DemoCustomer(Guid Id, string Requester, string Representative);
