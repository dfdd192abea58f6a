using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.Web.Tests.Browser;

/// <summary>Requests of a test's own, so that it does not matter what other tests left.</summary>
internal static class Asked
{
    /// <summary>Words that no other request has.</summary>
    public static string Title(string about) => $"{about} {Guid.CreateVersion7().ToString("N")[^10..]}";

    public static async Task<JsonNode> ByAbbyAsync(DemoPeople people, string title) =>
        await people["abby"]
            .PostAsync(
                "/api/intake/requests",
                new
                {
                    title,
                    customerId = DemoPeople.Accounting,
                    teamId = DemoPeople.FinanceSystems,
                }
            );

    public static async Task<JsonNode> ReadAsync(DemoPeople people, string id) =>
        (await people["lena"].GetAsync($"/api/intake/requests/{id}"))["request"]!;

    public static async Task<string> StatusAsync(DemoPeople people, string id) =>
        Places.Text(await ReadAsync(people, id), "status");

    /// <summary>Everything with exactly this title, as the team finds it.</summary>
    public static async Task<IReadOnlyList<JsonNode>> WithTitleAsync(DemoPeople people, string title)
    {
        var found = await people["lena"].GetAsync($"/api/intake/requests?q={Uri.EscapeDataString(title)}");
        return [.. found["items"]!.AsArray().Where(one => Places.Text(one!, "title") == title).Select(one => one!)];
    }
}
