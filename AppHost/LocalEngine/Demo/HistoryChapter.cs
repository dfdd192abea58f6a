using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>
/// A board that has a past: the incidents of the log, each moved by whole days so that they spread over the last weeks, and
/// otherwise as they were. What had not happened yet is left out, so that the latest ones are open.
/// </summary>
internal static class HistoryChapter
{
    private const string BoardName = "Incidents";
    private const int Weeks = 12;

    internal static async Task TellAsync(DemoClient demo, DateTimeOffset now, CancellationToken ct)
    {
        var body = new
        {
            TeamId = DemoPeople.FinanceSystemsTeam,
            Name = BoardName,
            Workflow = Workflow,
        };
        var board = await demo.PostAsync(DemoPeople.Lead, "/board/boards", body, ct);
        var log = await File.ReadAllLinesAsync(Repository.PathOf(IntakeChapter.Log), ct);
        var mapping = Uri.EscapeDataString(JsonSerializer.Serialize(Mapping));
        var path = $"/board/boards/{board["id"]}/history-imports?mapping={mapping}";
        await demo.PostAsync(DemoPeople.Lead, path, Moved(log, now), "text/csv", ct);
    }

    private static object Workflow =>
        new
        {
            Columns = new object[]
            {
                new
                {
                    Name = "New",
                    Kind = "Committed",
                    IsQueue = true,
                    WipLimit = 12,
                },
                new
                {
                    Name = "In work",
                    Kind = "InProgress",
                    IsQueue = false,
                    WipLimit = 40,
                },
                new
                {
                    Name = "Resolved",
                    Kind = "InProgress",
                    IsQueue = true,
                    WipLimit = 80,
                    EntryPolicy = "The requester confirms, or five days pass.",
                },
                new { Name = "Closed", Kind = "Done" },
            },
            Allocations = new[]
            {
                new { Category = "TechnicalDebt", Floor = 10 },
                new { Category = "Enhancement", Floor = 20 },
            },
            Expectations = new[] { new { Days = 8, Probability = 0.85 } },
        };

    // How an incident was closed tells what it was; the log knows of no better sign.
    private static object Mapping =>
        new
        {
            key = "number",
            state = "incident_state",
            at = "sys_updated_at",
            opened = "opened_at",
            assignee = "assigned_to",
            title = new[] { "category", "subcategory" },
            category = "closed_code",
            classOfService = "priority",
            states = new Dictionary<string, string>
            {
                ["New"] = "New",
                ["Active"] = "In work",
                ["Awaiting User Info"] = "Blocked:Information",
                ["Awaiting Vendor"] = "Blocked:Supplier",
                ["Awaiting Problem"] = "Blocked:Dependency",
                ["Awaiting Evidence"] = "Blocked:Dependency",
                ["Resolved"] = "Resolved",
                ["Closed"] = "Closed",
            },
            categories = new Dictionary<string, string>
            {
                ["code 7"] = "Enhancement",
                ["code 11"] = "Enhancement",
                ["code 9"] = "TechnicalDebt",
                ["code 8"] = "TechnicalDebt",
                ["code 5"] = "Project",
            },
            classes = new Dictionary<string, string> { ["4 - Low"] = "Intangible" },
        };

    /// <summary>The log with its times as ISO 8601, and no row that lies in the future.</summary>
    private static string Moved(string[] log, DateTimeOffset now)
    {
        var header = log[0].Split(',');
        var (key, opened, updated) = (Place("number"), Place("opened_at"), Place("sys_updated_at"));
        var cases = log.Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(row => row[key])
            .OrderBy(rows => TimeOf(rows.First()[opened]))
            .ToList();
        var text = new StringBuilder(log[0]).Append('\n');
        for (var index = 0; index < cases.Count; index++)
        {
            var start = TimeOf(cases[index].First()[opened]);
            // Evenly from the first of the weeks to today.
            var day = now.UtcDateTime.Date.AddDays(-7 * Weeks + (7 * Weeks * (index + 1) / cases.Count));
            var shift = day - start.Date;
            foreach (var row in cases[index].Where(row => TimeOf(row[updated]) + shift <= now.UtcDateTime))
            {
                (row[opened], row[updated]) = (Iso(TimeOf(row[opened]) + shift), Iso(TimeOf(row[updated]) + shift));
                text.AppendJoin(',', row).Append('\n');
            }
        }

        return text.ToString();

        int Place(string column) => Array.IndexOf(header, column);
    }

    private static DateTime TimeOf(string text) =>
        DateTime.ParseExact(text, "dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
