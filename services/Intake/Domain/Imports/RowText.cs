using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>Reads typed values out of the texts of a row and keeps every problem it meets.</summary>
internal sealed class RowText(ImportProfile profile)
{
    private const int ShownLength = 60;

    private readonly SourceClock _clock = new(profile.DateFormats, profile.TimeZone);
    private readonly List<RowProblem> _problems = [];
    private RowValues _values = new();

    public IReadOnlyList<RowProblem> Problems => _problems;

    public void Begin(RowValues values)
    {
        _values = values;
        _problems.Clear();
    }

    public static string Shown(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "...";

    public void Refuse(ImportField field, string reason) =>
        _problems.Add(new RowProblem(profile.NameOf(field), reason));

    /// <summary>Null when the field is absent, empty, or holds the source's word for not known.</summary>
    public string? Of(ImportField field)
    {
        var text = _values[field]?.Trim();
        return string.IsNullOrEmpty(text) || text == profile.UnknownWord ? null : text;
    }

    public string Required(ImportField field, int maximum)
    {
        var text = Of(field);
        if (text is null)
        {
            Refuse(field, "is empty");
        }
        else if (text.Length > maximum)
        {
            Refuse(field, $"is longer than {maximum} characters");
        }

        return text ?? "";
    }

    public string? Cut(ImportField field, int maximum) =>
        Of(field) is { } text
            ? text.Length <= maximum
                ? text
                : text[..maximum]
            : null;

    public DateTimeOffset? Instant(ImportField field, bool isRequired = false)
    {
        var text = Of(field);
        if (text is null)
        {
            if (isRequired)
            {
                Refuse(field, "is empty");
            }

            return null;
        }

        var instant = _clock.Read(text);
        if (instant is null)
        {
            Refuse(field, $"'{Shown(text)}' is not a date and time of the form {profile.DateFormats[0]}");
        }

        return instant;
    }

    public DateOnly? Date(ImportField field) =>
        Instant(field) is { } instant ? DateOnly.FromDateTime(_clock.Local(instant)) : null;

    public int Count(ImportField field)
    {
        var text = Of(field);
        if (text is null)
        {
            return 0;
        }

        if (!int.TryParse(text, out var count) || count < 0)
        {
            Refuse(field, $"'{Shown(text)}' is not a count");
        }

        return Math.Max(count, 0);
    }

    public bool Flag(ImportField field)
    {
        var text = Of(field);
        var isTrue = string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
        if (text is not null && !isTrue && !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase))
        {
            Refuse(field, $"'{Shown(text)}' is neither true nor false");
        }

        return isTrue;
    }

    public T? Word<T>(ImportField field, IReadOnlyDictionary<string, T> words, bool isFixed)
        where T : struct
    {
        var text = Of(field);
        if (text is null)
        {
            return null;
        }

        if (words.TryGetValue(text, out var meaning))
        {
            return meaning;
        }

        if (isFixed)
        {
            Refuse(field, $"'{Shown(text)}' is not one of {string.Join(", ", words.Keys)}");
        }

        return null;
    }

    public Severity? Severity(ImportField field) => Word(field, SeverityWords.Severities, isFixed: true);

    public Priority? Priority(ImportField field) => Word(field, SeverityWords.Priorities, isFixed: true);
}
