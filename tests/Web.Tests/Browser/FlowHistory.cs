using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.Web.Tests.Browser;

/// <summary>A board of its own with eight weeks of history, which no other test looks at or changes.</summary>
internal sealed class FlowHistory
{
    private const string Mapping = """
        {"key":"key","state":"state","at":"at","opened":"opened","assignee":"who","title":["key"],"category":"category",
         "categories":{"Enhancement":"Enhancement","TechnicalDebt":"TechnicalDebt"},
         "states":{"To do":"To do","Analyse":"Analyse","Develop":"Develop","Stuck":"Blocked:Supplier","Test":"Test","Done":"Done"}}
        """;

    private FlowHistory(DemoPeople people, string board) => (People, Board) = (people, board);

    public string Board { get; }

    private DemoPeople People { get; }

    public static async Task<FlowHistory> WithAsync(DemoPeople people)
    {
        var key = Convert.ToHexString(Guid.CreateVersion7().ToByteArray()[12..]);
        var ada = people["ada"];
        var team = await ada.PostAsync("/api/identity/teams", new { key = $"F{key}", name = $"Workshop {key}" });
        // The board service hears of the team a moment later.
        var body = new { teamId = Places.Text(team, "id"), name = $"Workshop {key}" };
        var history = new FlowHistory(
            people,
            await Eventually.Gets(() => CreatedAsync(ada, body), "a board for the new team")
        );
        await history.ImportAsync();
        return history;
    }

    public Task<JsonNode> MeasureAsync(string measure) =>
        People["ada"].GetAsync($"/api/board/boards/{Board}/metrics/{measure}");

    public async Task<IReadOnlyList<JsonNode>> FinishedAsync() =>
        [.. (await MeasureAsync("cycle-time"))["items"]!.AsArray().Select(item => item!)];

    private static async Task<string?> CreatedAsync(Client ada, object body)
    {
        var (status, board) = await ada.TryAsync(HttpMethod.Post, "/api/board/boards", body);
        return (int)status == 201 ? Places.Text(board!, "id") : null;
    }

    private async Task ImportAsync()
    {
        var log = new StringBuilder("key,state,at,opened,who,category\n");
        var now = TimeProvider.System.GetUtcNow();
        for (var n = 0; n < 40; n++)
        {
            foreach (var (state, at) in Life(n, now.AddDays(-56).AddHours(n * 33)).Where(step => step.At < now))
            {
                var opened = now.AddDays(-56).AddHours(n * 33);
                var category = n % 3 == 0 ? "TechnicalDebt" : "Enhancement";
                log.Append($"W-{n},{state},{at:O},{opened:O},kim,{category}\n");
            }
        }

        using var content = new StringContent(log.ToString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("text/csv"));
        var path = $"/api/board/boards/{Board}/history-imports?mapping={Uri.EscapeDataString(Mapping)}";
        using var answer = await People["ada"].Http.PostAsync(path, content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        JsonSerializer.Deserialize<JsonNode>(text)!["finished"]!.GetValue<int>().ShouldBeGreaterThan(30);
    }

    /// <summary>Each item takes another time, and every fourth one is stopped for a while by a supplier.</summary>
    private static IEnumerable<(string State, DateTimeOffset At)> Life(int n, DateTimeOffset opened)
    {
        yield return ("To do", opened);
        yield return ("Analyse", opened.AddHours(8));
        yield return ("Develop", opened.AddHours(20 + n % 7));
        if (n % 4 == 0)
        {
            yield return ("Stuck", opened.AddHours(30 + n % 7));
            yield return ("Develop", opened.AddHours(42 + n % 7));
        }

        yield return ("Test", opened.AddHours(60 + n % 11));
        yield return ("Done", opened.AddHours(70 + 5 * (n % 9)));
    }
}
