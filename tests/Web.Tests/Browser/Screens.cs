namespace FlowPlatform.Web.Tests.Browser;

/// <summary>A screen, who looks at it, and what shows that it is there; {board}, {card}, {session} and {change} are the stage's.</summary>
internal sealed record Screen(string Name, string Mailbox, string Path, string Ready = "h1");

/// <summary>Every screen of the page. A new one is added here, and is looked at from then on.</summary>
internal static class Screens
{
    internal const string Lead = "{lead}";
    internal const string Member = "{member}";

    // By person, so that each signs in once.
    internal static readonly IReadOnlyList<Screen> All =
    [
        new("my-work", Member, "/my-work"),
        new("card", Member, "/boards/{board}?card={card}", "[role=dialog] h2 ~ div [role=tab]"),
        new("changes", Member, "/changes"),
        new("delegations", Member, "/changes/delegations"),
        new("tokens", Member, "/tokens"),
        new("board", Lead, "/boards/{board}", "[data-card]"),
        new("stand-up", Lead, "/boards/{board}/standup"),
        new("workflow", Lead, "/boards/{board}/workflow", "fieldset"),
        new("sessions", Lead, "/sessions"),
        new("flow-overview", Lead, "/flow/{board}/overview"),
        new("flow-cumulative", Lead, "/flow/{board}/cumulative"),
        new("flow-cycle-time", Lead, "/flow/{board}/cycle-time"),
        new("flow-aging", Lead, "/flow/{board}/aging"),
        new("flow-throughput", Lead, "/flow/{board}/throughput"),
        new("flow-wip", Lead, "/flow/{board}/wip"),
        new("flow-waste", Lead, "/flow/{board}/waste"),
        new("flow-efficiency", Lead, "/flow/{board}/efficiency"),
        new("flow-blocked", Lead, "/flow/{board}/blocked"),
        new("flow-categories", Lead, "/flow/{board}/categories"),
        new("flow-limits", Lead, "/flow/{board}/limits"),
        new("flow-forecast", Lead, "/flow/{board}/forecast"),
        new("flow-simulator", Lead, "/flow/{board}/simulator"),
        new("flow-experiments", Lead, "/flow/{board}/experiments"),
        new("flow-benefit", Lead, "/flow/{board}/benefit"),
        new("change", Lead, "/changes/{change}", "h1:has-text('New closing report')"),
        new("all-requests", Lead, "/requests"),
        new("request", Lead, "/requests/{card}"),
        new("requests", "abby", "/my-work"),
        new("ask", "abby", "/requests/new"),
        new("own-requests", "abby", "/requests"),
        new("triage", "lena", "/triage"),
        new("imports", "lena", "/imports"),
        new("import-wizard", "lena", "/imports/new"),
        new("workload", "lena", "/workload"),
        new("workload-then", "lena", "/workload?asOf=2016-03-02"),
        new("session", "carl", "/sessions/{session}", "[data-rank]"),
        new("audit", "astrid", "/audit"),
        new("adoption", "pia", "/adoption"),
        new("people", "ada", "/admin"),
        new("teams", "ada", "/admin/teams"),
        new("customers", "ada", "/admin/customers"),
        new("webhooks", "ada", "/admin/webhooks"),
        new("errors", "ada", "/admin/errors"),
    ];
}
