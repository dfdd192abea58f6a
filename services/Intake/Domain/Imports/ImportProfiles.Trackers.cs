using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

internal static partial class ImportProfiles
{
    private static ImportProfile Jira =>
        new()
        {
            Source = "jira",
            Columns = Map(
                (ImportField.Reference, ["Issue key", "key"]),
                (ImportField.Title, ["Summary", "fields.summary"]),
                (ImportField.Description, ["Description", "fields.description"]),
                (ImportField.State, ["Status", "fields.status.name"]),
                (ImportField.OpenedAt, ["Created", "fields.created"]),
                (ImportField.StateAt, ["Updated", "fields.updated"]),
                (ImportField.ResolvedAt, ["Resolved", "fields.resolutiondate"]),
                (ImportField.DueDate, ["Due date", "Due Date", "fields.duedate"]),
                (ImportField.Priority, ["Priority", "fields.priority.name"]),
                (ImportField.Practice, ["Issue Type", "fields.issuetype.name"]),
                (ImportField.Category, ["Issue Type", "fields.issuetype.name"])
            ),
            Required = [ImportField.Reference, ImportField.Title, ImportField.State, ImportField.OpenedAt],
            DateFormats = ["dd/MMM/yy h:mm tt", "dd/MMM/yy H:mm", "dd/MMM/yyyy h:mm tt", "dd/MMM/yy", .. IsoFormats],
            States = States(
                waiting: ["To Do", "Open", "Backlog"],
                active: ["In Progress", "In Review", "Selected for Development"],
                done: ["Done", "Closed", "Resolved"],
                withdrawn: ["Cancelled", "Canceled", "Won't Do", "Won't Fix"]
            ),
            Practices = Words<Practice>((Practice.Incident, ["Bug", "Incident"]), (Practice.ChangeRequest, ["Change"])),
            Categories = Words<WorkCategory>(
                (WorkCategory.Support, ["Bug", "Incident", "Support"]),
                (WorkCategory.Enhancement, ["Story", "Improvement", "New Feature", "Task"]),
                (WorkCategory.TechnicalDebt, ["Technical debt", "Technical task", "Chore"]),
                (WorkCategory.Project, ["Epic"])
            ),
            Category = WorkCategory.Enhancement,
        };

    /// <summary>Issues as the REST API lists them, one JSON object a line.</summary>
    private static ImportProfile GitHub =>
        new()
        {
            Source = "github",
            Columns = Map(
                (ImportField.Reference, ["html_url", "url", "number"]),
                (ImportField.Title, ["title"]),
                (ImportField.Description, ["body"]),
                (ImportField.State, ["state_reason", "state"]),
                (ImportField.OpenedAt, ["created_at", "createdAt"]),
                (ImportField.StateAt, ["updated_at", "updatedAt"]),
                (ImportField.ClosedAt, ["closed_at", "closedAt"])
            ),
            Required = [ImportField.Reference, ImportField.Title, ImportField.State, ImportField.OpenedAt],
            DateFormats = IsoFormats,
            States = States(
                waiting: ["open", "reopened"],
                active: [],
                done: ["closed", "completed"],
                withdrawn: ["not_planned", "duplicate"]
            ),
            HasFixedStates = true,
            Category = WorkCategory.Enhancement,
        };
}
