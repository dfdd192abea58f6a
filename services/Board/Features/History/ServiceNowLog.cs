using System.Globalization;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.History;

namespace FlowPlatform.Board.Features.History;

/// <summary>A row that was left out, and why.</summary>
public sealed record RejectedRow(int Line, string Reason);

/// <summary>
/// The profile for ServiceNow's incident log: one row a change, "number" is the case, "incident_state" its state from
/// "sys_updated_at" on, "opened_at" its opening; "?" is unknown; times are day-month-year in UTC.
/// </summary>
internal sealed class ServiceNowLog
{
    private const string TimeFormat = "dd-MM-yyyy HH:mm";
    private static readonly string[] Needed = ["number", "incident_state", "sys_updated_at", "opened_at"];
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Title, DateTimeOffset Opened, List<CaseChange> Changes)> _cases = [];

    internal List<RejectedRow> Rejected { get; } = [];

    internal IEnumerable<CaseHistory> Cases =>
        _cases.Select(found => new CaseHistory(found.Key, found.Value.Title, found.Value.Opened, found.Value.Changes));

    internal async Task ReadAsync(IAsyncEnumerable<CsvRow> rows)
    {
        await foreach (var row in rows)
        {
            if (_columns.Count == 0)
            {
                TakeHeader(row);
            }
            else if (Complaint(row) is { } reason)
            {
                Rejected.Add(new(row.Line, reason));
            }
        }
    }

    /// <summary>Columns that the log lacks; without them nothing can be read.</summary>
    internal IReadOnlyList<string> Missing => [.. Needed.Where(name => !_columns.ContainsKey(name))];

    private void TakeHeader(CsvRow row)
    {
        for (var index = 0; index < row.Fields.Length; index++)
        {
            _columns.TryAdd(row.Fields[index].Trim(), index);
        }
    }

    /// <summary>Takes the row, or tells what is wrong with it.</summary>
    private string? Complaint(CsvRow row)
    {
        if (Missing.Count > 0 || row.Fields.Length != _columns.Count)
        {
            return $"{row.Fields.Length} fields where the header has {_columns.Count}";
        }

        if (Field(row, "number") is not { Length: > 0 and <= 60 } number)
        {
            return "no number";
        }

        if (TimeOf(row, "opened_at") is not { } opened || TimeOf(row, "sys_updated_at") is not { } at)
        {
            return "opened_at or sys_updated_at is no time of the form day-month-year hour:minute";
        }

        if (StateOf(Field(row, "incident_state")) is not var (state, blockedBy))
        {
            return $"unknown incident_state '{Field(row, "incident_state")}'";
        }

        if (!_cases.TryGetValue(number, out var found))
        {
            _cases[number] = found = (Title(row, number), opened, []);
        }

        found.Changes.Add(new(at, state, blockedBy, Field(row, "assigned_to")));
        return null;
    }

    private static (CaseState State, string? BlockedBy)? StateOf(string? text) =>
        text switch
        {
            "New" => (CaseState.Waiting, null),
            "Active" => (CaseState.Working, null),
            "Awaiting User Info" => (CaseState.Blocked, nameof(BlockerReason.Information)),
            "Awaiting Vendor" => (CaseState.Blocked, nameof(BlockerReason.Supplier)),
            "Awaiting Problem" or "Awaiting Evidence" => (CaseState.Blocked, nameof(BlockerReason.Dependency)),
            "Resolved" or "Closed" => (CaseState.Done, null),
            _ => null,
        };

    private string Title(CsvRow row, string number) =>
        string.Join(", ", new[] { Field(row, "category"), Field(row, "subcategory") }.OfType<string>())
            is { Length: > 0 } words
            ? words
            : number;

    private DateTimeOffset? TimeOf(CsvRow row, string column) =>
        DateTimeOffset.TryParseExact(
            Field(row, column),
            TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    private string? Field(CsvRow row, string column) =>
        _columns.TryGetValue(column, out var index) && row.Fields[index].Trim() is { Length: > 0 } text && text != "?"
            ? text
            : null;
}
