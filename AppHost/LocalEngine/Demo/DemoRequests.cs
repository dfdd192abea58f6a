namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>What the three customers ask of the finance-systems team in the story.</summary>
internal sealed record DemoRequest(
    DemoCustomer Customer,
    string Title,
    string Category,
    string Practice,
    string Impact,
    string Urgency,
    bool IsRegulated = false
)
{
    /// <summary>Agreed in the first session, in this order; the first ones have come furthest on the board.</summary>
    internal static readonly DemoRequest[] First =
    [
        Ask(
            DemoPeople.Accounting,
            "Bank statement import stops at foreign currencies",
            "Support",
            "Incident",
            "High",
            "High"
        ),
        Ask(
            DemoPeople.Treasury,
            "Payment run for a second signatory",
            "Enhancement",
            "ServiceRequest",
            "High",
            "Medium"
        ),
        Ask(DemoPeople.Controlling, "Cost centre report: last month beside this one", "Enhancement", "ServiceRequest"),
        Ask(
            DemoPeople.Accounting,
            "New tax code in the posting interface",
            "Enhancement",
            "ChangeRequest",
            "High",
            "High"
        ) with
        {
            IsRegulated = true,
        },
        Ask(DemoPeople.Treasury, "Nightly cash position arrives too late", "Support", "Incident", "Medium", "High"),
        Ask(
            DemoPeople.Controlling,
            "Replace the spreadsheet behind the quarterly allocation",
            "TechnicalDebt",
            "ChangeRequest"
        ),
        Ask(
            DemoPeople.Accounting,
            "Approval step for manual postings above the limit",
            "Project",
            "ChangeRequest",
            "High",
            "Medium"
        ) with
        {
            IsRegulated = true,
        },
        Ask(
            DemoPeople.Treasury,
            "Exchange rates from the central bank instead of by hand",
            "Enhancement",
            "ServiceRequest"
        ),
    ];

    /// <summary>Triaged and waiting for the next session.</summary>
    internal static readonly DemoRequest[] Next =
    [
        Ask(DemoPeople.Accounting, "Attach receipts to postings", "Enhancement", "ServiceRequest"),
        Ask(
            DemoPeople.Accounting,
            "Dunning letters show the former address",
            "Support",
            "Incident",
            "Medium",
            "Medium"
        ),
        Ask(
            DemoPeople.Treasury,
            "Warn before a credit line is used up",
            "Enhancement",
            "ServiceRequest",
            "High",
            "Medium"
        ),
        Ask(DemoPeople.Treasury, "Retire the old payment format", "TechnicalDebt", "ChangeRequest") with
        {
            IsRegulated = true,
        },
        Ask(DemoPeople.Controlling, "Forecast versions side by side", "Project", "ServiceRequest", "Medium", "Low"),
        Ask(DemoPeople.Controlling, "Plan data upload refuses decimal commas", "Support", "Incident", "Low", "Medium"),
    ];

    /// <summary>Just submitted; nobody has looked at them.</summary>
    internal static readonly DemoRequest[] Untriaged =
    [
        Ask(DemoPeople.Accounting, "Read access for the external auditors", "Support", "ServiceRequest", "Low", "High"),
        Ask(DemoPeople.Treasury, "Cash position is missing a subsidiary", "Support", "Incident", "High", "High"),
        Ask(
            DemoPeople.Controlling,
            "Dashboard for the board meeting",
            "Enhancement",
            "ServiceRequest",
            "Medium",
            "High"
        ),
        Ask(DemoPeople.Controlling, "Tidy up unused cost centres", "TechnicalDebt", "ServiceRequest", "Low", "Low"),
    ];

    internal object ToBody() =>
        new
        {
            CustomerId = Customer.Id,
            Title,
            Practice,
            Category,
            Impact,
            Urgency,
            IsRegulated,
            TeamId = DemoPeople.FinanceSystemsTeam,
        };

    private static DemoRequest Ask(
        DemoCustomer customer,
        string title,
        string category,
        string practice,
        string impact = "Medium",
        string urgency = "Medium"
    ) => new(customer, title, category, practice, impact, urgency);
}
