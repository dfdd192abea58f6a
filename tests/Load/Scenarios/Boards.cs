using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>Boards filled with open cards, which the history import puts there.</summary>
internal static class Boards
{
    private static object[] Columns(int? limit) =>
        [
            new
            {
                name = "To do",
                kind = "Committed",
                wipLimit = 100_000,
            },
            new
            {
                name = "Develop",
                kind = "InProgress",
                wipLimit = limit,
            },
            new { name = "Test", kind = "InProgress" },
            new { name = "Done", kind = "Done" },
        ];

    public static async Task<(Guid Id, IReadOnlyList<Guid> Cards)> MakeAsync(
        HttpClient lead,
        string name,
        int cards,
        int? limit = null
    )
    {
        var workflow = new { columns = Columns(limit) };
        var made = await Bench.PostAsync(
            lead,
            "/api/board/boards",
            new
            {
                teamId = Demo.FinanceSystems,
                name,
                workflow,
            }
        );
        var id = made.GetProperty("id").GetGuid();
        using var log = new StringContent(OpenCases(name, cards), MediaTypeHeaderValue.Parse("text/csv"));
        using var imported = await lead.PostAsync(
            new Uri($"/api/board/boards/{id}/history-imports", UriKind.Relative),
            log
        );
        await Bench.ReadAsync(imported);
        using var answer = await lead.GetAsync(new Uri($"/api/board/boards/{id}", UriKind.Relative));
        var shown = await Bench.ReadAsync(answer);
        var ids = shown
            .GetProperty("columns")
            .EnumerateArray()
            .SelectMany(column => column.GetProperty("cards").EnumerateArray())
            .Select(card => card.GetProperty("id").GetGuid())
            .ToList();
        return ids.Count == cards ? (id, ids) : throw new InvalidOperationException($"{ids.Count} of {cards} cards.");
    }

    private static string OpenCases(string name, int cards)
    {
        var log = new StringBuilder("number,incident_state,sys_updated_at,opened_at,category,assigned_to\n");
        for (var number = 0; number < cards; number++)
        {
            log.Append(CultureInfo.InvariantCulture, $"{name}-{number},New,01-02-2026 10:00,01-02-2026 10:00,Load,?\n");
        }

        return log.ToString();
    }
}
