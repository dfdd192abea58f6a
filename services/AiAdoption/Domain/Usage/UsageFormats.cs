using System.Globalization;
using System.Text.Json;

namespace FlowPlatform.AiAdoption.Domain.Usage;

/// <summary>A line that could not be read, and why.</summary>
internal sealed class UnreadableUsageException(string reason) : Exception(reason);

/// <summary>
/// Reads one line of newline-delimited JSON. Two formats: the platform's own, and the per-user report of GitHub's Copilot usage metrics
/// (one line a user and day, with user_login or user_email, day and counts).
/// </summary>
internal static class UsageFormats
{
    public static IReadOnlyList<UsageRow> ReadGeneric(string line)
    {
        using var document = Parse(line);
        var root = document.RootElement;
        var kind = Text(root, "kind");
        if (!Enum.TryParse<UsageKind>(kind, ignoreCase: false, out var known) || !Enum.IsDefined(known))
        {
            throw new UnreadableUsageException(
                $"kind '{kind}' is none of {string.Join(", ", Enum.GetNames<UsageKind>())}"
            );
        }

        var at = Text(root, "at");
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            throw new UnreadableUsageException($"at '{at}' is no ISO 8601 time");
        }

        var count = root.TryGetProperty("count", out var given) ? Number(given, "count") : 1;
        return
        [
            Row(
                Text(root, "eventId"),
                Text(root, "person"),
                Text(root, "tool"),
                known,
                DateOnly.FromDateTime(instant.UtcDateTime),
                count
            ),
        ];
    }

    public static IReadOnlyList<UsageRow> ReadCopilot(string line)
    {
        using var document = Parse(line);
        var root = document.RootElement;
        var day = Text(root, "day");
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date))
        {
            throw new UnreadableUsageException($"day '{day}' is not of the form 2026-01-31");
        }

        var person = root.TryGetProperty("user_email", out var email)
            ? email.GetString() ?? ""
            : Text(root, "user_login");
        var rows = new List<UsageRow>();
        void Add(string member, UsageKind kind)
        {
            if (root.TryGetProperty(member, out var value) && Number(value, member, least: 0) is > 0 and var count)
            {
                rows.Add(Row($"copilot:{day}:{person}:{member}", person, "copilot", kind, date, count));
            }
        }

        Add("user_initiated_interaction_count", UsageKind.PromptSent);
        Add("code_acceptance_activity_count", UsageKind.SuggestionApplied);
        Add("code_generation_activity_count", UsageKind.Exposure);
        return rows;
    }

    private static UsageRow Row(string id, string person, string tool, UsageKind kind, DateOnly day, int count) =>
        id.Length > UsageRow.EventIdLength
            ? throw new UnreadableUsageException($"eventId is longer than {UsageRow.EventIdLength}")
        : tool.Length > UsageRow.ToolLength
            ? throw new UnreadableUsageException($"tool is longer than {UsageRow.ToolLength}")
        : new UsageRow(id, person, tool, kind, day, count);

    private static JsonDocument Parse(string line)
    {
        try
        {
            var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new UnreadableUsageException("not a JSON object");
        }
        catch (JsonException)
        {
            throw new UnreadableUsageException("not valid JSON");
        }
    }

    private static string Text(JsonElement root, string member) =>
        root.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : throw new UnreadableUsageException($"{member} is missing");

    private static int Number(JsonElement value, string member, int least = 1) =>
        value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
        && number >= least
        && number <= UsageRow.MostPerDay
            ? number
            : throw new UnreadableUsageException($"{member} is no whole number from {least} to {UsageRow.MostPerDay}");
}
