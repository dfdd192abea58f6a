using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>The kinds of file that are known from the start.</summary>
public enum ProfileName
{
    ServiceNow,
    Jira,
    GitHub,
    Generic,
}

internal static partial class ImportProfiles
{
    private static string[] IsoFormats =>
        [
            "yyyy-MM-dd'T'HH:mm:ssK",
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            "yyyy-MM-dd'T'HH:mm:ss.FFFzzz",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd",
        ];

    public static ImportProfile Of(ProfileName name) =>
        name switch
        {
            ProfileName.ServiceNow => ServiceNow,
            ProfileName.Jira => Jira,
            ProfileName.GitHub => GitHub,
            _ => Generic,
        };

    /// <summary>The audit log of incidents: several rows a case, one per change.</summary>
    private static ImportProfile ServiceNow =>
        new()
        {
            Source = "servicenow",
            Columns = Map(
                (ImportField.Reference, ["number"]),
                (ImportField.State, ["incident_state", "state"]),
                (ImportField.StateAt, ["sys_updated_at", "sys_updated_on"]),
                (ImportField.Order, ["sys_mod_count"]),
                (ImportField.OpenedAt, ["opened_at"]),
                (ImportField.ResolvedAt, ["resolved_at"]),
                (ImportField.ClosedAt, ["closed_at"]),
                (ImportField.Impact, ["impact"]),
                (ImportField.Urgency, ["urgency"]),
                (ImportField.Priority, ["priority"]),
                (ImportField.Category, ["category"]),
                (ImportField.Subcategory, ["subcategory"]),
                (ImportField.Symptom, ["u_symptom"]),
                (ImportField.Title, ["short_description"]),
                (ImportField.Description, ["description"]),
                (ImportField.ReopenCount, ["reopen_count"])
            ),
            Required =
            [
                ImportField.Reference,
                ImportField.State,
                ImportField.StateAt,
                ImportField.Order,
                ImportField.OpenedAt,
                ImportField.ResolvedAt,
                ImportField.ClosedAt,
                ImportField.Impact,
                ImportField.Urgency,
                ImportField.Priority,
                ImportField.Category,
            ],
            DateFormats = ["d-M-yyyy H:mm", "d/M/yyyy H:mm", .. IsoFormats],
            States = States(
                waiting: ["New"],
                active:
                [
                    "Active",
                    "In Progress",
                    "On Hold",
                    "Awaiting User Info",
                    "Awaiting Problem",
                    "Awaiting Vendor",
                    "Awaiting Evidence",
                ],
                done: ["Resolved", "Closed"],
                withdrawn: ["Canceled", "Cancelled"]
            ),
            HasFixedStates = true,
            Practice = Practice.Incident,
            UnknownWord = "?",
        };

    /// <summary>Any file: columns carry the names of the fields unless a mapping says otherwise.</summary>
    private static ImportProfile Generic =>
        new()
        {
            Source = "generic",
            Columns = Enum.GetValues<ImportField>().ToDictionary(name => name, name => new[] { name.ToString() }),
            Required = [ImportField.Reference, ImportField.Title, ImportField.OpenedAt],
            DateFormats = IsoFormats,
            States = States(
                waiting: ["New", "Open", "Submitted"],
                active: ["Active", "InProgress", "In Progress"],
                done: ["Done", "Closed", "Resolved"],
                withdrawn: ["Withdrawn", "Cancelled"]
            ),
            HasFixedStates = true,
            HasFixedKinds = true,
        };

    private static Dictionary<ImportField, string[]> Map(params (ImportField Field, string[] Names)[] columns) =>
        columns.ToDictionary(column => column.Field, column => column.Names);

    private static Dictionary<string, T> Words<T>(params (T Meaning, string[] Words)[] meanings)
        where T : struct, Enum
    {
        var known = ImportProfile.Named<T>();
        foreach (var (meaning, word) in meanings.SelectMany(m => m.Words.Select(word => (m.Meaning, word))))
        {
            known[word] = meaning;
        }

        return known;
    }

    private static Dictionary<string, SourceOutcome> States(
        string[] waiting,
        string[] active,
        string[] done,
        string[] withdrawn
    ) =>
        new[]
        {
            (SourceOutcome.Waiting, waiting),
            (SourceOutcome.Active, active),
            (SourceOutcome.Done, done),
            (SourceOutcome.Withdrawn, withdrawn),
        }
            .SelectMany(state => state.Item2.Select(word => (Word: word, Outcome: state.Item1)))
            .ToDictionary(state => state.Word, state => state.Outcome, StringComparer.OrdinalIgnoreCase);
}
