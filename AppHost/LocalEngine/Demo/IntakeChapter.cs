using System.Text.Json.Nodes;

namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>The incident log is lifted out of the ticket tool; customers ask; the team triages.</summary>
internal static class IntakeChapter
{
    internal const string Log = "tests/data/servicenow-incident-log.csv";

    internal static async Task ImportAsync(DemoClient demo, CancellationToken ct)
    {
        await demo.GetUntilAsync(
            DemoPeople.Lead,
            "/intake/customers",
            customers => customers.AsArray().Count >= DemoPeople.Customers.Length,
            ct
        );
        var log = await File.ReadAllTextAsync(Repository.PathOf(Log), ct);
        var (customer, team) = (DemoPeople.Accounting.Id, DemoPeople.FinanceSystemsTeam);
        var path = $"/intake/imports?profile=ServiceNow&customerId={customer}&teamId={team}";
        var import = await demo.PostAsync(DemoPeople.Lead, path, log, "text/csv", ct);
        await demo.GetUntilAsync(
            DemoPeople.Lead,
            $"/intake/imports/{import["id"]}",
            state => state["endedAt"] is not null,
            ct
        );
    }

    /// <summary>Returns the ids of the requests, in the given order.</summary>
    internal static async Task<IReadOnlyList<Guid>> SubmitAsync(
        DemoClient demo,
        IReadOnlyList<DemoRequest> requests,
        CancellationToken ct
    )
    {
        var ids = new List<Guid>();
        foreach (var request in requests)
        {
            var submitted = await demo.PostAsync(request.Customer.Requester, "/intake/requests", request.ToBody(), ct);
            ids.Add(submitted["id"]!.GetValue<Guid>());
        }

        return ids;
    }

    internal static async Task AcceptAsync(DemoClient demo, IReadOnlyList<Guid> requests, CancellationToken ct)
    {
        var decision = new { Decision = "Accept", TeamId = DemoPeople.FinanceSystemsTeam };
        foreach (var id in requests)
        {
            await demo.PostAsync(DemoPeople.Lead, $"/intake/requests/{id}/triage", decision, ct);
        }

        foreach (var id in requests)
        {
            await demo.GetUntilAsync(
                DemoPeople.Lead,
                $"/prioritisation/options?teamId={DemoPeople.FinanceSystemsTeam}&limit=200",
                page => Has(page, id),
                ct
            );
        }
    }

    private static bool Has(JsonNode page, Guid id) =>
        page["items"]!.AsArray().Any(item => item!["id"]!.GetValue<Guid>() == id);
}
