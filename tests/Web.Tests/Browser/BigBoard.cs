using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.Web.Tests.Browser;

/// <summary>A board with two thousand open cards, told by an imported history.</summary>
internal static class BigBoard
{
    internal const int Cards = 2_000;
    private static readonly string[] Names = ["To do", "Analyse", "Develop", "Test"];
    private static readonly string[] Categories = ["Enhancement", "Support", "TechnicalDebt", "Project"];

    internal static async Task<string> MakeAsync(Client lead, string teamId)
    {
        var columns = Names
            .Select(
                (name, at) =>
                    new
                    {
                        name,
                        kind = at == 0 ? "Committed" : "InProgress",
                        // A card that enters a queue takes no avatar, of which a person has two.
                        isQueue = name is "To do" or "Develop",
                        wipLimit = (int?)Cards,
                    }
            )
            .Append(
                new
                {
                    name = "Done",
                    kind = "Done",
                    isQueue = false,
                    wipLimit = (int?)null,
                }
            );
        var body = new
        {
            teamId,
            name = "Two thousand cards",
            workflow = new { columns },
        };
        var board = Places.Text(await lead.PostAsync("/api/board/boards", body, HttpStatusCode.Created), "id");
        using var log = new StringContent(Log(), Encoding.UTF8);
        log.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var mapping = Uri.EscapeDataString(Mapping());
        using var answer = await lead.Http.PostAsync(
            new Uri($"/api/board/boards/{board}/history-imports?mapping={mapping}", UriKind.Relative),
            log,
            TestContext.Current.CancellationToken
        );
        answer.IsSuccessStatusCode.ShouldBeTrue(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        return board;
    }

    private static string Mapping() =>
        JsonSerializer.Serialize(
            new
            {
                key = "key",
                state = "state",
                at = "at",
                opened = "opened",
                title = new[] { "title" },
                category = "category",
                states = Names.ToDictionary(name => name, name => name),
                categories = Categories.ToDictionary(name => name, name => name),
            }
        );

    private static string Log()
    {
        var log = new StringBuilder("key,state,at,opened,title,category\n");
        for (var card = 0; card < Cards; card++)
        {
            // Half of them wait, the others are spread over what is in progress.
            var state = card % 2 == 0 ? Names[0] : Names[1 + (card / 2 % 3)];
            log.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"BIG-{card},{state},2026-01-05T09:00:00Z,2026-01-02T09:00:00Z,Card {card} with a title of a usual length,{Categories[card % 4]}\n"
            );
        }

        return log.ToString();
    }
}
