using System.Diagnostics;
using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace FlowPlatform.EndToEnd.Tests.Faults;

/// <summary>What must hold once the platform has healed: everything acknowledged is there once, and every copy agrees with its owner.</summary>
internal sealed class Truth(WorkUnderFaults work, Kills kills, Insistent client, Servers servers)
{
    private static readonly TimeSpan HealsWithin = TimeSpan.FromMinutes(2);

    public async Task HoldsAsync()
    {
        await QuietAsync();
        await RequestsAsync();
        await OptionsAsync();
        await CardsAsync();
        await FactsAsync();
        await ImportAsync();
        await OrganisationAsync();
    }

    /// <summary>Nothing is on its way any more, and nothing lies in an error queue.</summary>
    private async Task QuietAsync()
    {
        var waiting = new Dictionary<string, uint>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        do
        {
            waiting = await UndoneAsync();
        } while (waiting.Count > 0 && !waiting.Keys.All(IsLaidAside) && watch.Elapsed < HealsWithin);

        waiting.ShouldBeEmpty("nothing is on its way, and nothing was laid aside");
    }

    private async Task<Dictionary<string, uint>> UndoneAsync()
    {
        try
        {
            return await WaitingAsync();
        }
        catch (Exception away) when (away is BrokerUnreachableException or NpgsqlException or HttpRequestException)
        {
            // The last kill is not healed yet.
            return new(StringComparer.Ordinal) { [away.Message] = 1 };
        }
    }

    private async Task<Dictionary<string, uint>> WaitingAsync()
    {
        var undone = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var database in Servers.Databases)
        {
            var rows = (await servers.QueryAsync<long>(database, "SELECT count(*) FROM outbox_message")).Single();
            if (rows > 0)
            {
                undone[$"outbox of {database}"] = (uint)rows;
            }
        }

        // After the outboxes: what they have just published is in the queues by now.
        foreach (var (queue, count) in await servers.WaitingMessagesAsync())
        {
            undone[queue] = count;
        }

        return undone;
    }

    private static bool IsLaidAside(string name) =>
        name.EndsWith("_error", StringComparison.Ordinal) || name.EndsWith("_skipped", StringComparison.Ordinal);

    private async Task RequestsAsync()
    {
        var requests = await servers.QueryAsync<Guid>(
            "intakedb",
            $"SELECT id FROM work_request WHERE title LIKE '{work.Mark}%'"
        );
        requests.Select(id => id.ToString()).ShouldBe(work.Requests, ignoreOrder: true);
        foreach (var id in work.Requests)
        {
            // The last message may be handled, and its effect not be committed, when its queue is empty.
            await Eventually.Holds(
                async () =>
                    (await client.GetAsync("mara", $"/api/intake/requests/{id}"))["request"]![
                        "status"
                    ]!.GetValue<string>() == "Done",
                $"the requester sees {id} done"
            );
            var request = (await client.GetAsync("mara", $"/api/intake/requests/{id}"))["request"]!;
            request["card"]!["column"]!.GetValue<string>().ShouldBe("Done");
            request["leadTimeSeconds"]!.GetValue<double>().ShouldBeGreaterThan(0);
            request["reopenCount"]!.GetValue<int>().ShouldBe(0);
        }
    }

    private async Task OptionsAsync()
    {
        var path =
            $"/api/prioritisation/options?teamId={DemoPeople.MarketingAnalytics}&status=Finished&limit=200&customerId=";
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var customer in new[] { DemoPeople.Accounting, DemoPeople.Treasury, DemoPeople.Controlling })
        {
            finished.UnionWith(await work.IdsAsync(path + customer));
        }

        finished.IsSupersetOf(work.Requests).ShouldBeTrue("Prioritisation knows each as finished");
    }

    private async Task CardsAsync()
    {
        (await work.CardsAsync("Done")).ShouldBe(work.Requests, ignoreOrder: true);
        foreach (var (id, acknowledged) in work.CardVersions)
        {
            var card = await client.GetAsync("mara", $"/api/board/cards/{id}");
            card["card"]!["version"]!.GetValue<long>().ShouldBe(acknowledged, $"{id} as the last answer said");
            string[] kinds = [.. card["history"]!.AsArray().Select(row => row!["kind"]!.GetValue<string>())];
            kinds.ShouldBe(["Placed", "Moved", "Moved", "Moved", "Finished"], id);
        }
    }

    private async Task FactsAsync()
    {
        foreach (var id in work.Requests)
        {
            var page = await client.GetAsync("astrid", $"/api/audit/log/entries?subjectId={id}&limit=200");
            var actions = page["items"]!.AsArray().Select(ActionOf).CountBy(action => action).ToDictionary();
            actions["request-submitted"].ShouldBe(1);
            actions["card-placed"].ShouldBe(1);
            actions["card-moved"].ShouldBe(WorkUnderFaults.Columns.Length - 1);
        }

        var doubled = "SELECT count(*) - count(DISTINCT fact_id) FROM audit_entry";
        (await servers.QueryAsync<long>("changesdb", doubled)).Single().ShouldBe(0);
    }

    private static DateTimeOffset InstantOf(JsonNode import, string name) => import[name]!.GetValue<DateTimeOffset>();

    private static string ActionOf(JsonNode? entry) => entry!["action"]!.GetValue<string>();

    private async Task ImportAsync()
    {
        await Eventually.Holds(
            async () =>
                (await client.GetAsync("mara", $"/api/intake/imports/{work.ImportId}"))["state"]!.GetValue<string>()
                == "Completed",
            "the import ends by itself",
            HealsWithin
        );
        var import = await client.GetAsync("mara", $"/api/intake/imports/{work.ImportId}");
        var taken = new[] { "imported", "updated", "unchanged" }.Sum(part => import[part]!.GetValue<long>());
        taken.ShouldBe(WorkUnderFaults.IssuesImported, import.ToJsonString());
        import["rejected"]!.GetValue<long>().ShouldBe(0);
        kills
            .Killed.First(kill => kill.Victim == "intake")
            .At.ShouldBeInRange(InstantOf(import, "startedAt"), InstantOf(import, "endedAt"), "in the middle of it");
        var references = await servers.QueryAsync<string>(
            "intakedb",
            $"SELECT external_reference FROM work_request WHERE source = '{work.Mark}'"
        );
        references.Count.ShouldBe(WorkUnderFaults.IssuesImported);
        references.Distinct(StringComparer.Ordinal).Count().ShouldBe(WorkUnderFaults.IssuesImported);
    }

    private async Task OrganisationAsync()
    {
        (string Database, string Table)[] copies =
        [
            ("intakedb", "person_copy"),
            ("prioritisationdb", "people"),
            ("boarddb", "person_copy"),
            ("changesdb", "person"),
            ("aidb", "people"),
        ];
        const string Owned = "SELECT (count(*) || ' people, versions ' || sum(version)) FROM ";
        var owner = (await servers.QueryAsync<string>("identitydb", Owned + "people")).Single();
        foreach (var (database, table) in copies)
        {
            (await servers.QueryAsync<string>(database, Owned + table)).Single().ShouldBe(owner, database);
        }
    }
}
