using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Story;

/// <summary>Step 1: the work is lifted out of the ticket tool; again it changes nothing; a spoiled file imports what is good.</summary>
internal static class ImportChapter
{
    private const int Incidents = 534;

    public static async Task TellAsync(StoryState story)
    {
        var log = await File.ReadAllBytesAsync(Checkout.PathOf("tests", "data", "servicenow-incident-log.csv"));

        var first = await ImportAsync(story.People["lena"], log);
        first["imported"]!.GetValue<long>().ShouldBe(Incidents);
        first["rejected"]!.GetValue<long>().ShouldBe(0);

        var again = await ImportAsync(story.People["lena"], log);
        again["imported"]!.GetValue<long>().ShouldBe(0);
        again["updated"]!.GetValue<long>().ShouldBe(0);
        again["unchanged"]!.GetValue<long>().ShouldBe(Incidents);

        await SpoiledAsync(story.People["lena"], log);

        using var refused = await StartAsync(story.People["max"], log, "teamId=" + DemoPeople.LegalOperations);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "Max imports for his own team alone");
    }

    // Another source, so that its incidents are new; some of its lines are broken in the ways that real exports are.
    private static async Task SpoiledAsync(Client lena, byte[] log)
    {
        var lines = Encoding.UTF8.GetString(log).Split('\n').ToList();
        var badDate = lines.FindIndex(line => line.StartsWith("INC0000045,Closed", StringComparison.Ordinal));
        lines[badDate] = lines[badDate].Replace("29-02-2016", "31-02-2016", StringComparison.Ordinal);
        lines.Insert(badDate + 1, "INC9999998,New");
        lines.Insert(badDate + 2, $"INC9999999,New,TRUE,0,0,0,TRUE,\"{new string('x', 1 << 20)}\"");
        var spoiled = Encoding.UTF8.GetBytes(string.Join('\n', lines).TrimEnd('\n')[..^40]);

        var import = await ImportAsync(lena, spoiled, "&source=spoiled");

        import["state"]!.GetValue<string>().ShouldBe("Completed");
        import["imported"]!.GetValue<long>().ShouldBeInRange(Incidents - 2, Incidents);
        import["rejected"]!.GetValue<long>().ShouldBe(4);
        var rejections = (await lena.GetAsync($"/api/intake/imports/{import["id"]}/rejections"))["items"]!.AsArray();
        rejections.Count.ShouldBe(4);
        rejections.ShouldAllBe(r => r!["line"]!.GetValue<long>() > 1 && r["reason"]!.GetValue<string>().Length > 5);
        rejections.ShouldContain(r => r!["line"]!.GetValue<long>() == badDate + 1);
    }

    private static async Task<JsonNode> ImportAsync(Client by, byte[] log, string more = "")
    {
        using var answer = await StartAsync(by, log, $"teamId={DemoPeople.FinanceSystems}{more}");
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, text);
        var id = JsonNode.Parse(text)!["id"]!.GetValue<string>();
        return await Eventually.Gets(
            async () =>
            {
                var import = await by.GetAsync($"/api/intake/imports/{id}");
                return import["state"]!.GetValue<string>() is "Completed" or "Failed" or "Cancelled" ? import : null;
            },
            "the end of the import",
            TimeSpan.FromMinutes(2)
        );
    }

    private static async Task<HttpResponseMessage> StartAsync(Client by, byte[] log, string query)
    {
        using var content = new ByteArrayContent(log);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        var path = $"/api/intake/imports?profile=ServiceNow&customerId={DemoPeople.Accounting}&{query}";
        return await by.Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
