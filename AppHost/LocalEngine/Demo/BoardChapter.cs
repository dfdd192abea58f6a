using System.Text.Json.Nodes;

namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>The team works: cards in every column, one blocked, a regulated one whose change waits.</summary>
internal static class BoardChapter
{
    internal const string BoardName = "Finance Systems";

    // Who takes which of the first session's cards how far. Nobody holds more than two at a time, so the finished
    // ones come first; the regulated card stays before the gate until its change is approved.
    private static readonly (int Card, string Person, string[] Path)[] Moves =
    [
        (0, "max", ["Analyse", "Develop", "Test", "Deploy", "Done"]),
        (1, "mia", ["Analyse", "Develop", "Test", "Deploy", "Done"]),
        (2, "omar", ["Analyse", "Develop", "Test", "Deploy"]),
        (3, "max", ["Analyse", "Develop", "Test"]),
        (4, "mia", ["Analyse", "Develop", "Test"]),
        (5, "tess", ["Analyse", "Develop"]),
        (6, "omar", ["Analyse"]),
    ];

    internal static async Task<Guid?> FindAsync(DemoClient demo, CancellationToken ct)
    {
        var boards = await demo.GetAsync(
            DemoPeople.Lead,
            $"/board/boards?teamId={DemoPeople.FinanceSystemsTeam}&limit=200",
            ct
        );
        var board = boards["items"]!.AsArray().FirstOrDefault(known => known!["name"]!.GetValue<string>() == BoardName);
        return board?["id"]!.GetValue<Guid>();
    }

    internal static async Task<Guid> CreateAsync(DemoClient demo, CancellationToken ct)
    {
        var body = new { TeamId = DemoPeople.FinanceSystemsTeam, Name = BoardName };
        var board = await demo.PostAsync(DemoPeople.Lead, "/board/boards", body, ct);
        return board["id"]!.GetValue<Guid>();
    }

    internal static async Task WorkAsync(DemoClient demo, Guid board, IReadOnlyList<Guid> cards, CancellationToken ct)
    {
        await demo.GetUntilAsync(
            DemoPeople.Lead,
            $"/board/boards/{board}",
            shown => cards.All(card => CardIds(shown).Contains(card)),
            ct
        );
        foreach (var (card, person, path) in Moves)
        {
            foreach (var column in path)
            {
                await demo.PostAsync(person, $"/board/cards/{cards[card]}/moves", new { ToColumn = column }, ct);
            }
        }

        var blocker = new { Reason = "Supplier", Note = "The bank has not answered yet." };
        await demo.PostAsync("mia", $"/board/cards/{cards[4]}/blockers", blocker, ct);
    }

    internal static async Task RaiseChangeAsync(DemoClient demo, Guid card, CancellationToken ct)
    {
        var change = new
        {
            WorkItemId = card,
            TeamId = DemoPeople.FinanceSystemsTeam,
            Category = "Normal",
            Title = "New tax code in the posting interface",
            Purpose = "Postings need the tax code that applies from the first of the month.",
            Scope = "Mapping of tax codes in the posting interface; no change to posted documents.",
            Systems = new[] { "general-ledger" },
            RiskClass = "Medium",
            ImplementationDigest = "sha256:4f9d1c0e7a52",
            TestEvidence = "Regression run 118: 214 passed, 0 failed.",
            BackOutPlan = "Restore the former mapping from the configuration history.",
        };
        await demo.PostAsync("max", "/changes", change, ct);
    }

    private static IEnumerable<Guid> CardIds(JsonNode board) =>
        board["columns"]!
            .AsArray()
            .SelectMany(column => column!["cards"]!.AsArray())
            .Select(card => card!["id"]!.GetValue<Guid>());
}
