using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.Web.Tests.Browser;

/// <summary>Where the demo's story left things.</summary>
internal static class Places
{
    public static async Task<string> BoardAsync(DemoPeople people) =>
        Text(
            (await people["lena"].GetAsync($"/api/board/boards?teamId={DemoPeople.FinanceSystems}"))["items"]![0]!,
            "id"
        );

    public static async Task<JsonNode> CardInAsync(
        DemoPeople people,
        string column,
        Func<JsonNode, bool>? which = null
    ) => (await CardsInAsync(people, column)).First(card => which?.Invoke(card) ?? true);

    public static async Task<bool> IsInAsync(DemoPeople people, string column, string card) =>
        (await CardsInAsync(people, column)).Any(one => Text(one, "id") == card);

    /// <summary>A regulated card in Test without an approved change; one that stands earlier is brought there.</summary>
    public static async Task<JsonNode> RegulatedBeforeTheGateAsync(DemoPeople people)
    {
        var board = await people["lena"].GetAsync($"/api/board/boards/{await BoardAsync(people)}");
        var (column, card) = board["columns"]!
            .AsArray()
            .Select(one => (Name: Text(one!["column"]!, "name"), Cards: one["cards"]!.AsArray()))
            .Where(one => one.Name is "Test" or "Develop" or "Analyse")
            .SelectMany(one => one.Cards, (one, card) => (one.Name, Card: card!))
            .First(one =>
                one.Card["isRegulated"]!.GetValue<bool>() && !one.Card["hasApprovedChange"]!.GetValue<bool>()
            );
        if (column != "Test")
        {
            await people["lena"]
                .PostAsync($"/api/board/cards/{Text(card, "id")}/moves", new { toColumn = "Test", pull = false });
        }

        return card;
    }

    private static async Task<IEnumerable<JsonNode>> CardsInAsync(DemoPeople people, string column)
    {
        var board = await people["lena"].GetAsync($"/api/board/boards/{await BoardAsync(people)}");
        var there = board["columns"]!.AsArray().Single(one => Text(one!["column"]!, "name") == column)!;
        return there["cards"]!.AsArray().Select(card => card!);
    }

    public static async Task<string> OpenSessionAsync(DemoPeople people) =>
        Text(
            (
                await people["lena"]
                    .GetAsync($"/api/prioritisation/sessions?state=Open&boardId={await BoardAsync(people)}")
            )["items"]![0]!,
            "id"
        );

    public static async Task<string> WaitingChangeAsync(DemoPeople people)
    {
        var waiting = await people["lena"].GetAsync($"/api/changes?TeamId={DemoPeople.FinanceSystems}&Stage=Waiting");
        return Text(waiting["items"]![0]!, "id");
    }

    public static async Task<string> AnyImportAsync(DemoPeople people) =>
        Text((await people["lena"].GetAsync("/api/intake/imports"))["items"]![0]!, "id");

    public static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
