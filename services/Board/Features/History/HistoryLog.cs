using System.Globalization;
using FlowPlatform.Board.Domain.History;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Features.History;

/// <summary>A row that was left out, and why.</summary>
public sealed record RejectedRow(int Line, string Reason);

/// <summary>A foreign log as it is read by a profile: one row a change of a case.</summary>
internal sealed class HistoryLog(HistoryProfile profile, DefinitionOfWorkflow workflow)
{
    /// <summary>Of rows that are left out, so many are told.</summary>
    private const int MostRejected = 1_000;

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (CaseHistory Case, List<CaseChange> Changes)> _cases = [];

    /// <summary>A name comes in thousands of rows, and is kept once.</summary>
    private readonly HashSet<string> _assignees = [];

    internal List<RejectedRow> Rejected { get; } = [];

    internal IEnumerable<CaseHistory> Cases =>
        _cases.Values.Select(found => found.Case with { Changes = found.Changes });

    internal async Task ReadAsync(IAsyncEnumerable<CsvRow> rows)
    {
        await foreach (var row in rows)
        {
            if (_columns.Count == 0)
            {
                TakeHeader(row);
            }
            else if (Complaint(row) is { } reason && Rejected.Count < MostRejected)
            {
                Rejected.Add(new(row.Line, reason));
            }
        }
    }

    /// <summary>Columns that the log lacks; without them nothing can be read.</summary>
    internal IReadOnlyList<string> Missing => [.. profile.Needed.Where(name => !_columns.ContainsKey(name))];

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

        if (Field(row, profile.Key) is not { Length: > 0 and <= 60 } key)
        {
            return $"no {profile.Key}";
        }

        if (TimeOf(row, profile.Opened) is not { } opened || TimeOf(row, profile.At) is not { } at)
        {
            return $"{profile.Opened} or {profile.At} is no time of the form {TimeForms}";
        }

        if (profile.MeaningOf(Field(row, profile.State), workflow) is not var (state, blockedBy, column))
        {
            return $"unknown {profile.State} '{Field(row, profile.State)}'";
        }

        if (!_cases.TryGetValue(key, out var found))
        {
            _cases[key] = found = (Case(row, key, opened), []);
        }

        found.Changes.Add(new(at, state, blockedBy, AssigneeOf(row), column));
        return null;
    }

    private CaseHistory Case(CsvRow row, string key, DateTimeOffset opened)
    {
        var title = string.Join(", ", profile.Title.Select(column => Field(row, column)).OfType<string>());
        var category = Field(row, profile.Category) ?? "";
        var classOfService = Field(row, profile.ClassOfService) ?? "";
        return new(key, title.Length > 0 ? title : key, opened, [])
        {
            Category = profile.Categories.GetValueOrDefault(category, WorkCategory.Support),
            ClassOfService = profile.Classes.GetValueOrDefault(classOfService, ClassOfService.Standard),
        };
    }

    private string? AssigneeOf(CsvRow row)
    {
        if (Field(row, profile.Assignee) is not { } name)
        {
            return null;
        }

        if (_assignees.TryGetValue(name, out var kept))
        {
            return kept;
        }

        _assignees.Add(name);
        return name;
    }

    private string TimeForms => profile.TimeForms.Length > 0 ? string.Join(" or ", profile.TimeForms) : "of ISO 8601";

    private DateTimeOffset? TimeOf(CsvRow row, string column)
    {
        var text = Field(row, column);
        var (culture, style) = (CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var isTime =
            profile.TimeForms.Length > 0
                ? DateTimeOffset.TryParseExact(text, profile.TimeForms, culture, style, out var time)
                : DateTimeOffset.TryParse(text, culture, style, out time);
        return isTime ? time.ToUniversalTime() : null;
    }

    private string? Field(CsvRow row, string? column) =>
        column is not null
        && _columns.TryGetValue(column, out var index)
        && row.Fields[index].Trim() is { Length: > 0 } text
        && text != "?"
            ? text
            : null;
}
