using System.Text;
using System.Text.Json;

namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>Three teams use the assistant: one much, one some, and one so small that no figure about it may be shown.</summary>
internal static class AdoptionChapter
{
    private const string Tool = "assistant";
    private const int Days = 70;

    internal static async Task TellAsync(DemoClient demo, DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-Days);
        var seats = DemoPeople.Users.Select(user => new { PersonId = user.Id, AssignedOn = since });
        await AssignAsync(demo, new { Tool, Seats = seats }, ct);
        await demo.PostAsync(DemoPeople.ProgrammeLead, "/ai/events", Usage(since, today), "application/x-ndjson", ct);
    }

    // People are known to this service a moment after Identity told of them.
    private static async Task AssignAsync(DemoClient demo, object list, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var answer = await demo.PostAsync(DemoPeople.ProgrammeLead, "/ai/seats:import", list, ct);
            if (answer["unknown"]!.GetValue<int>() == 0)
            {
                return;
            }

            await Task.Delay(200, ct);
        }
    }

    /// <summary>Deterministic, and the ids name person and day: telling it again adds nothing.</summary>
    private static string Usage(DateOnly since, DateOnly today)
    {
        var lines = new StringBuilder();
        for (var day = since; day < today; day = day.AddDays(1))
        {
            foreach (var (user, rank) in DemoPeople.Users.Select((user, index) => (user, index)))
            {
                if (KindOn(day, rank) is { } kind)
                {
                    var at = day.ToDateTime(new TimeOnly(9, 30), DateTimeKind.Utc);
                    var (eventId, person) = ($"demo:{day:yyyy-MM-dd}:{user.Mailbox}", user.Id);
                    lines.AppendLine(
                        JsonSerializer.Serialize(
                            new
                            {
                                eventId,
                                person,
                                tool = Tool,
                                kind,
                                at,
                                count = 1 + (rank % 4),
                            }
                        )
                    );
                }
            }
        }

        return lines.ToString();
    }

    // Every second or third working day, by person; one of each team has it on the screen and does not use it.
    private static string? KindOn(DateOnly day, int rank)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var isUsed = !isWeekend && (day.DayNumber + rank) % (2 + (rank % 2)) == 0;
        return !isUsed ? null
            : rank % 5 == 4 ? "Exposure"
            : rank % 2 == 0 ? "PromptSent"
            : "SuggestionApplied";
    }
}
