using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.History;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Features.History;

/// <summary>
/// How a log of changes is read: the names of its columns, the form of its times (UTC where they do not say otherwise), and
/// what its states mean. A state is Waiting, Working, Done, Blocked:reason, or the name of a column of the board.
/// </summary>
internal sealed record HistoryProfile
{
    public required string Key { get; init; }
    public required string State { get; init; }
    public required string At { get; init; }
    public required string Opened { get; init; }
    public string? Assignee { get; init; }
    public IReadOnlyList<string> Title { get; init; } = [];
    public string? Category { get; init; }
    public string? ClassOfService { get; init; }

    /// <summary>As .NET writes them; ISO 8601 when left out.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>The forms of time that are read, the first that fits; ISO 8601 where there are none.</summary>
    internal string[] TimeForms
    {
        get => field ??= TimeFormat is { } one ? [one] : [];
        private init;
    }

    public required IReadOnlyDictionary<string, string> States { get; init; }
    public IReadOnlyDictionary<string, WorkCategory> Categories { get; init; } = new Dictionary<string, WorkCategory>();
    public IReadOnlyDictionary<string, ClassOfService> Classes { get; init; } =
        new Dictionary<string, ClassOfService>();

    /// <summary>The incident log of ServiceNow: one row a change; "?" is unknown; the day before the month, or as its tables store it, in UTC.</summary>
    internal static readonly HistoryProfile ServiceNow = new()
    {
        Key = "number",
        State = "incident_state",
        At = "sys_updated_at",
        Opened = "opened_at",
        Assignee = "assigned_to",
        Title = ["category", "subcategory"],
        TimeForms = ["d-M-yyyy H:mm", "d/M/yyyy H:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"],
        States = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["New"] = nameof(CaseState.Waiting),
            ["Active"] = nameof(CaseState.Working),
            ["In Progress"] = nameof(CaseState.Working),
            ["On Hold"] = $"{nameof(CaseState.Blocked)}:{nameof(BlockerReason.Other)}",
            ["Awaiting User Info"] = $"{nameof(CaseState.Blocked)}:{nameof(BlockerReason.Information)}",
            ["Awaiting Vendor"] = $"{nameof(CaseState.Blocked)}:{nameof(BlockerReason.Supplier)}",
            ["Awaiting Problem"] = $"{nameof(CaseState.Blocked)}:{nameof(BlockerReason.Dependency)}",
            ["Awaiting Evidence"] = $"{nameof(CaseState.Blocked)}:{nameof(BlockerReason.Dependency)}",
            ["Resolved"] = nameof(CaseState.Done),
            ["Closed"] = nameof(CaseState.Done),
            ["Canceled"] = nameof(CaseState.Abandoned),
            ["Cancelled"] = nameof(CaseState.Abandoned),
        },
    };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    internal IEnumerable<string> Needed => [Key, State, At, Opened];

    /// <summary>ServiceNow without a mapping; else the mapping, or what is wrong with it.</summary>
    internal static Result<HistoryProfile> Of(string? mapping, DefinitionOfWorkflow workflow)
    {
        if (mapping is null)
        {
            return ServiceNow;
        }

        try
        {
            return JsonSerializer.Deserialize<HistoryProfile>(mapping, Json) is { } profile
                ? profile.Checked(workflow)
                : Wrong("It is empty.");
        }
        catch (JsonException e)
        {
            return Wrong(e.Message);
        }
    }

    /// <summary>What a state of the log means; null where the profile does not say.</summary>
    internal (CaseState State, string? BlockedBy, string? Column)? MeaningOf(
        string? state,
        DefinitionOfWorkflow workflow
    )
    {
        if (state is null || !States.TryGetValue(state, out var text))
        {
            return null;
        }

        if (
            text.Split(':', 2) is [nameof(CaseState.Blocked), var reason]
            && Enum.TryParse<BlockerReason>(reason, out var why)
        )
        {
            return (CaseState.Blocked, why.ToString(), null);
        }

        return Enum.TryParse<CaseState>(text, out var plain) && plain != CaseState.Blocked ? (plain, null, null)
            : workflow.FindByName(text) is { } column ? (StateOf(column), null, column.Name)
            : null;
    }

    private static CaseState StateOf(Column column) =>
        column.Kind switch
        {
            ColumnKind.Committed => CaseState.Waiting,
            ColumnKind.Done => CaseState.Done,
            _ => CaseState.Working,
        };

    private Result<HistoryProfile> Checked(DefinitionOfWorkflow workflow) =>
        States.Keys.FirstOrDefault(state => MeaningOf(state, workflow) is null) is { } unclear
            ? Wrong(
                $"'{States[unclear]}' is none of Waiting, Working, Done, Abandoned, Blocked:<reason>, and no column of this board."
            )
            : this;

    private static Error Wrong(string message) => Problems.Field("mapping", message);
}
