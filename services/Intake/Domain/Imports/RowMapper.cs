using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>What an import says about every row: who asks, and until when an instant is believable.</summary>
internal sealed record ImportDefaults(
    Guid CustomerId,
    IReadOnlyDictionary<string, Guid> CustomersByName,
    DateTimeOffset Now
);

/// <summary>Turns the texts of a row into a case row, or says everything that is wrong with it.</summary>
internal sealed class RowMapper(ImportProfile profile, ImportDefaults defaults)
{
    private readonly RowText _text = new(profile);

    public IReadOnlyList<RowProblem> Problems => _text.Problems;

    public CaseRow? Map(RowValues values, long line)
    {
        _text.Begin(values);
        var reference = _text.Required(ImportField.Reference, WorkRequest.ReferenceLength);
        var opened = _text.Instant(ImportField.OpenedAt, isRequired: true);
        var resolved = _text.Instant(ImportField.ResolvedAt);
        var closed = _text.Instant(ImportField.ClosedAt);
        var at = _text.Instant(ImportField.StateAt, profile.Required.Contains(ImportField.StateAt));
        var (state, outcome) = State(resolved ?? closed);
        var (impact, urgency) = Severities();
        var row = new CaseRow
        {
            Reference = reference,
            Line = line,
            State = state,
            Outcome = outcome,
            At = at ?? resolved ?? closed ?? opened ?? default,
            Order = _text.Count(ImportField.Order),
            OpenedAt = opened ?? default,
            ResolvedAt = resolved,
            ClosedAt = closed,
            Title = Title(reference),
            Description = _text.Cut(ImportField.Description, WorkRequest.DescriptionLength),
            Practice = _text.Word(ImportField.Practice, profile.Practices, profile.HasFixedKinds) ?? profile.Practice,
            Category = _text.Word(ImportField.Category, profile.Categories, profile.HasFixedKinds) ?? profile.Category,
            Impact = impact,
            Urgency = urgency,
            DueDate = _text.Date(ImportField.DueDate),
            CustomerId = Customer(),
            ReopenCount = _text.Count(ImportField.ReopenCount),
            IsRegulated = _text.Flag(ImportField.IsRegulated),
        };
        CheckTimes(row);
        return Problems.Count == 0 ? row : null;
    }

    private string Title(string reference)
    {
        if (profile.Required.Contains(ImportField.Title) && _text.Of(ImportField.Title) is null)
        {
            _text.Refuse(ImportField.Title, "is empty");
        }

        return CaseTitle.Of(_text, reference);
    }

    private (string State, SourceOutcome Outcome) State(DateTimeOffset? ended)
    {
        var word = _text.Cut(ImportField.State, RequestHistoryEntry.StateLength);
        if (word is not null && profile.States.TryGetValue(word, out var outcome))
        {
            return (word, outcome);
        }

        var byEnd = ended is null ? SourceOutcome.Waiting : SourceOutcome.Done;
        if (word is not null && profile.HasFixedStates)
        {
            _text.Refuse(ImportField.State, $"'{RowText.Shown(word)}' is not a known state");
        }
        else if (word is null && profile.Required.Contains(ImportField.State))
        {
            _text.Refuse(ImportField.State, "is empty");
        }

        return (word ?? byEnd.ToString(), byEnd);
    }

    private (Severity Impact, Severity Urgency) Severities()
    {
        var impact = _text.Severity(ImportField.Impact);
        var urgency = _text.Severity(ImportField.Urgency);
        var priority = _text.Priority(ImportField.Priority);
        var (byImpact, byUrgency) = PriorityMatrix.SeveritiesOf(priority ?? Priority.P3);
        return (impact ?? urgency ?? byImpact, urgency ?? impact ?? byUrgency);
    }

    private Guid Customer()
    {
        var name = _text.Of(ImportField.Customer);
        if (name is null)
        {
            return defaults.CustomerId;
        }

        if (!defaults.CustomersByName.TryGetValue(name, out var id))
        {
            _text.Refuse(ImportField.Customer, $"'{RowText.Shown(name)}' is not an active customer");
        }

        return id;
    }

    private void CheckTimes(CaseRow row)
    {
        CheckOrder(ImportField.ResolvedAt, row.ResolvedAt, ImportField.OpenedAt, row.OpenedAt);
        CheckOrder(ImportField.ClosedAt, row.ClosedAt, ImportField.OpenedAt, row.OpenedAt);
        CheckOrder(ImportField.ClosedAt, row.ClosedAt, ImportField.ResolvedAt, row.ResolvedAt);
        if (row.OpenedAt > defaults.Now)
        {
            _text.Refuse(ImportField.OpenedAt, "lies in the future");
        }
    }

    private void CheckOrder(ImportField field, DateTimeOffset? later, ImportField before, DateTimeOffset? earlier)
    {
        if (later < earlier && later != default(DateTimeOffset))
        {
            _text.Refuse(field, $"lies before {profile.NameOf(before)}");
        }
    }
}
