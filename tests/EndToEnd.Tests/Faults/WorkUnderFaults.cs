using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// A team's whole flow, driven by a client that insists, while processes die: requests are submitted and accepted, agreed in a session,
/// and their cards moved to Done; beside it runs an import. Remembers what was acknowledged.
/// </summary>
internal sealed class WorkUnderFaults(Insistent client, Kills kills, int wishesEach)
{
    public const int IssuesImported = 10_000;
    public static readonly string[] Columns = ["To do", "Doing", "Checking", "Done"];
    private static readonly string[] Movers = ["milo", "moritz", "muriel", "malik"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly (string Requester, string Representative, Guid Customer)[] Customers =
    [
        ("abby", "anna", DemoPeople.Accounting),
        ("toni", "theo", DemoPeople.Treasury),
        ("cora", "carl", DemoPeople.Controlling),
    ];

    private readonly Dictionary<Guid, List<string>> _wishes = [];

    /// <summary>Part of every title and the source of the import, so that a run finds its own again.</summary>
    public string Mark { get; } = $"faults-{Guid.CreateVersion7():N}";

    public string ImportId { get; private set; } = "";

    public string BoardId { get; private set; } = "";

    /// <summary>Acknowledged: the version of each card at its last move.</summary>
    public Dictionary<string, long> CardVersions { get; } = [];

    public IReadOnlyList<string> Requests => [.. _wishes.Values.SelectMany(wishes => wishes)];

    public async Task DoAsync()
    {
        await FormBoardAsync();
        await StartImportAsync();
        await Task.WhenAll(Customers.Select(customer => AskAsync(customer.Requester, customer.Customer)));
        await AgreeAsync();
        await MoveAsync();
    }

    private async Task FormBoardAsync()
    {
        object Column(string name, string kind, int? limit) =>
            new
            {
                name,
                kind,
                wipLimit = limit,
            };
        var room = wishesEach * Customers.Length;
        object[] columns =
        [
            Column(Columns[0], "Committed", room),
            Column(Columns[1], "InProgress", room),
            Column(Columns[2], "InProgress", room),
            Column(Columns[3], "Done", null),
        ];
        var board = new
        {
            teamId = DemoPeople.MarketingAnalytics,
            name = Mark,
            workflow = new { columns },
        };
        BoardId = (await client.PostAsync("mara", "/api/board/boards", board))["id"]!.GetValue<string>();
    }

    // Repeated without a key: the same file again changes nothing, which is what the count at the end proves.
    private async Task StartImportAsync()
    {
        var lines = Enumerable
            .Range(1, IssuesImported)
            .Select(i =>
                $$"""{"html_url":"https://git.example/{{i}}","title":"Issue {{i}}","state":"open","created_at":"2026-01-05T08:00:00Z","updated_at":"2026-01-06T08:00:00Z"}"""
            );
        var file = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var path =
            $"/api/intake/imports?profile=GitHub&customerId={DemoPeople.Accounting}"
            + $"&teamId={DemoPeople.MarketingAnalytics}&source={Mark}";
        var import = await client.InsistAsync(
            "mara",
            HttpMethod.Post,
            path,
            () =>
                new ByteArrayContent(file)
                {
                    Headers = { ContentType = MediaTypeHeaderValue.Parse("application/x-ndjson") },
                }
        );
        ImportId = import["id"]!.GetValue<string>();
    }

    private async Task AskAsync(string requester, Guid customer)
    {
        var wishes = new List<string>();
        for (var i = 0; i < wishesEach; i++)
        {
            var wish = new { customerId = customer, title = $"{Mark} {requester} {i}" };
            var made = await client.PostAsync(requester, "/api/intake/requests", wish);
            await kills.ActedAsync();
            var id = made["id"]!.GetValue<string>();
            var accept = new { decision = "Accept", teamId = DemoPeople.MarketingAnalytics };
            await client.PostAsync("mara", $"/api/intake/requests/{id}/triage", accept);
            await kills.ActedAsync();
            wishes.Add(id);
        }

        lock (_wishes)
        {
            _wishes[customer] = wishes;
        }
    }

    private async Task AgreeAsync()
    {
        await Eventually.Holds(
            async () =>
                await HasBoardAsync()
                && (
                    await IdsAsync(
                        $"/api/prioritisation/options?teamId={DemoPeople.MarketingAnalytics}&status=Waiting&limit=200"
                    )
                ).IsSupersetOf(Requests),
            "board and options known to Prioritisation",
            Patience
        );
        var open = new { boardId = BoardId, optionIds = Requests };
        var session = (await client.PostAsync("mara", "/api/prioritisation/sessions", open))["id"]!.GetValue<string>();
        foreach (var (_, representative, customer) in Customers)
        {
            var ballot = new { ranking = _wishes[customer].Select(id => new[] { id }).ToArray() };
            await client.PostAsync(representative, $"/api/prioritisation/sessions/{session}/ballots", ballot);
            await kills.ActedAsync();
        }

        JsonNode agreed = new JsonObject();
        foreach (var (_, representative, _) in Customers)
        {
            var path = $"/api/prioritisation/sessions/{session}/consents";
            agreed = await client.PostAsync(representative, path, new { });
            await kills.ActedAsync();
        }

        agreed["isAgreed"]!.GetValue<bool>().ShouldBeTrue();
    }

    private async Task MoveAsync()
    {
        var waiting = new Queue<string>(Requests);
        await Eventually.Holds(
            async () => (await CardsAsync(Columns[0])).SetEquals(waiting),
            "every agreed option in To do",
            Patience
        );
        await Task.WhenAll(Movers.Select(mover => MoveAsync(mover, waiting)));
    }

    private async Task MoveAsync(string mover, Queue<string> waiting)
    {
        while (Take(waiting) is { } card)
        {
            foreach (var column in Columns[1..])
            {
                var move = new { toColumn = column, pull = false };
                var moved = await client.PostAsync(mover, $"/api/board/cards/{card}/moves", move);
                lock (CardVersions)
                {
                    CardVersions[card] = moved["version"]!.GetValue<long>();
                }

                await kills.ActedAsync();
            }
        }
    }

    private static string? Take(Queue<string> waiting)
    {
        lock (waiting)
        {
            return waiting.TryDequeue(out var card) ? card : null;
        }
    }

    public async Task<HashSet<string>> CardsAsync(string column)
    {
        var board = await client.GetAsync("mara", $"/api/board/boards/{BoardId}");
        var found = board["columns"]!.AsArray().Single(c => c!["column"]!["name"]!.GetValue<string>() == column)!;
        return [.. found["cards"]!.AsArray().Select(card => card!["id"]!.GetValue<string>())];
    }

    public async Task<HashSet<string>> IdsAsync(string path)
    {
        var page = await client.GetAsync("mara", path);
        return [.. page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];
    }

    private async Task<bool> HasBoardAsync() =>
        (await client.GetAsync("mara", "/api/prioritisation/boards"))
            .ToJsonString()
            .Contains(BoardId, StringComparison.Ordinal);
}
