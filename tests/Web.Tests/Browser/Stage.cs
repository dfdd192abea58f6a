using System.Net;
using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using static FlowPlatform.Web.Tests.Browser.Places;

namespace FlowPlatform.Web.Tests.Browser;

/// <summary>
/// A team with people, board, cards, session and change of its own, which no other test touches: whatever those leave
/// behind, the screens of this stage look the same.
/// </summary>
public sealed class Stage(PlatformFixture platform) : IAsyncLifetime
{
    private const string Password = "the curtain rises at eight";
    private readonly string _name = new([.. Random.Shared.GetItems("abcdefghijklmnopqrstuvwxyz".AsSpan(), 5)]);

    /// <summary>Leads the team.</summary>
    public string Lead => $"lead-{_name}";

    /// <summary>Works in it.</summary>
    public string Member => $"member-{_name}";

    public string BoardId { get; private set; } = "";

    public string CardId { get; private set; } = "";

    public string SessionId { get; private set; } = "";

    public string ChangeId { get; private set; } = "";

    private DemoPeople People => platform.People;

    public string TeamId { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await FormTeamAsync();
        var board = new { teamId = TeamId, name = $"Stage {_name}" };
        BoardId = Text(await People[Lead].PostAsync("/api/board/boards", board, HttpStatusCode.Created), "id");
        var wishes = await WishAsync("Closing report", "Nightly import", "Old ledger", "Faster search");
        await AgreeAsync(await OpenAsync(wishes[..3]), wishes[..3]);
        SessionId = await OpenAsync(wishes[3..]);
        CardId = wishes[0];
        await WorkAsync();
        ChangeId = await RaiseAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>An address of the page, with the places of this stage in it.</summary>
    public string Filled(string path) =>
        path.Replace("{board}", BoardId, StringComparison.Ordinal)
            .Replace("{card}", CardId, StringComparison.Ordinal)
            .Replace("{session}", SessionId, StringComparison.Ordinal)
            .Replace("{change}", ChangeId, StringComparison.Ordinal);

    private async Task FormTeamAsync()
    {
        var team = new
        {
            key = _name.ToUpperInvariant(),
            name = $"Stage {_name}",
            function = "Technology",
        };
        TeamId = Text(await People["ada"].PostAsync("/api/identity/teams", team, HttpStatusCode.Created), "id");
        await HireAsync(Lead, "Lea Lind", "lead");
        await HireAsync(Member, "Mo Maier", "member");
    }

    private async Task HireAsync(string mailbox, string name, string role)
    {
        var person = new
        {
            name,
            email = $"{mailbox}@flow.example",
            function = "Technology",
            isLeader = role == "lead",
        };
        var id = Text(await People["ada"].PostAsync("/api/identity/people", person, HttpStatusCode.Created), "id");
        await People["ada"].PutAsync($"/api/identity/teams/{TeamId}/members/{id}", new { role });
        var reset = await People["ada"].PostAsync($"/api/identity/people/{id}/password-resets", null);
        await People.Anonymous.PostAsync(
            "/api/identity/password-resets",
            new { token = Text(reset, "token"), newPassword = Password }
        );
        await People.WelcomeAsync($"{mailbox}@flow.example", Password);
    }

    /// <summary>Cora asks for it, the lead accepts it; then it waits to be agreed on.</summary>
    private async Task<string[]> WishAsync(params string[] titles)
    {
        var wishes = new List<string>();
        foreach (var title in titles)
        {
            var wish = new
            {
                customerId = DemoPeople.Controlling,
                title,
                category = wishes.Count % 2 == 0 ? "Enhancement" : "Support",
            };
            var id = Text(await People["cora"].PostAsync("/api/intake/requests", wish, HttpStatusCode.Created), "id");
            var accept = new
            {
                decision = "Accept",
                teamId = TeamId,
                isRegulated = wishes.Count == 0,
            };
            await Eventually.Holds(
                async () =>
                    (await People[Lead].TryAsync(HttpMethod.Post, $"/api/intake/requests/{id}/triage", accept)).Status
                    == HttpStatusCode.OK,
                $"the wish {title} accepted"
            );
            wishes.Add(id);
        }

        return [.. wishes];
    }

    /// <summary>Tried until the board's room and the wishes have come to where sessions are held.</summary>
    private async Task<string> OpenAsync(string[] wishes)
    {
        var open = new { boardId = BoardId, optionIds = wishes };
        var session = await Eventually.Gets(
            async () =>
            {
                var (status, body) = await People[Lead].TryAsync(HttpMethod.Post, "/api/prioritisation/sessions", open);
                return status == HttpStatusCode.Created ? body : null;
            },
            "the session opened"
        );
        return Text(session, "id");
    }

    private async Task AgreeAsync(string session, string[] wishes)
    {
        var ballot = new { ranking = wishes.Select(wish => new[] { wish }) };
        await People["carl"].PostAsync($"/api/prioritisation/sessions/{session}/ballots", ballot);
        await People["carl"].PostAsync($"/api/prioritisation/sessions/{session}/consents", new { });
        await Eventually.Holds(
            async () => (await CardsAsync()).Count == wishes.Length,
            "what was agreed on the stage's board"
        );
    }

    private async Task WorkAsync()
    {
        var card = $"/api/board/cards/{CardId}";
        await People[Member].PostAsync($"{card}/moves", new { toColumn = "Analyse" });
        await People[Member].PostAsync($"{card}/checklist", new { text = "Ask for the figures of last year" });
        await People[Member]
            .PostAsync($"{card}/attachments", new { url = "https://wiki.flow.example/closing", title = "Closing" });
        await People[Member].PutAsync($"{card}/tags", new { tags = new[] { "closing", "audit" } });
        await People[Member].PostAsync($"{card}/comments", new { text = "The figures come on Monday." });
        await People[Lead].PostAsync($"{card}/blockers", new { reason = "Information", note = "Figures missing" });
    }

    private async Task<string> RaiseAsync()
    {
        var change = new
        {
            workItemId = CardId,
            teamId = TeamId,
            category = "Normal",
            title = "New closing report",
            purpose = "The quarter closes with it.",
            scope = "The report alone",
            systems = new[] { "ledger" },
            riskClass = "Medium",
            implementationDigest = "sha256:1f3c",
            testEvidence = "41 of 41 passed",
        };
        var raised = await People[Member].PostAsync("/api/changes", change, HttpStatusCode.Created);
        return Text(raised["change"]!, "id");
    }

    private async Task<List<JsonNode>> CardsAsync()
    {
        var board = await People[Lead].GetAsync($"/api/board/boards/{BoardId}");
        return [.. board["columns"]!.AsArray().SelectMany(column => column!["cards"]!.AsArray()).Select(card => card!)];
    }
}
