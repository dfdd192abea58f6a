using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>What an import may say itself about its file; each part replaces or adds to that of the profile.</summary>
/// <param name="Columns">Field to column name, for example {"Reference": "ID", "Title": "Summary"}.</param>
/// <param name="DateFormats">.NET formats, tried in order.</param>
/// <param name="States">Word of the source to what it means.</param>
/// <param name="Categories">Word of the source to category of work.</param>
/// <param name="Practices">Word of the source to practice.</param>
/// <param name="Category">For rows that tell no category.</param>
/// <param name="Practice">For rows that tell no practice.</param>
/// <param name="TimeZone">IANA name, for times without an offset; UTC if absent.</param>
public sealed record ImportMapping(
    IReadOnlyDictionary<ImportField, string>? Columns = null,
    IReadOnlyList<string>? DateFormats = null,
    IReadOnlyDictionary<string, SourceOutcome>? States = null,
    IReadOnlyDictionary<string, WorkCategory>? Categories = null,
    IReadOnlyDictionary<string, Practice>? Practices = null,
    WorkCategory? Category = null,
    Practice? Practice = null,
    string? TimeZone = null
)
{
    internal ImportProfile ApplyTo(ImportProfile profile, string? source) =>
        profile with
        {
            Source = source ?? profile.Source,
            Columns = Merge(profile.Columns, Columns?.ToDictionary(c => c.Key, c => new[] { c.Value }), null),
            DateFormats = [.. DateFormats ?? [], .. profile.DateFormats],
            States = Merge(profile.States, States, StringComparer.OrdinalIgnoreCase),
            Categories = Merge(profile.Categories, Categories, StringComparer.OrdinalIgnoreCase),
            Practices = Merge(profile.Practices, Practices, StringComparer.OrdinalIgnoreCase),
            Category = Category ?? profile.Category,
            Practice = Practice ?? profile.Practice,
            TimeZone = TimeZone is null ? profile.TimeZone : TimeZoneInfo.FindSystemTimeZoneById(TimeZone),
        };

    private static Dictionary<TKey, TValue> Merge<TKey, TValue>(
        IReadOnlyDictionary<TKey, TValue> known,
        IReadOnlyDictionary<TKey, TValue>? added,
        IEqualityComparer<TKey>? comparer
    )
        where TKey : notnull
    {
        var merged = new Dictionary<TKey, TValue>(known, comparer);
        foreach (var (key, value) in added ?? new Dictionary<TKey, TValue>())
        {
            merged[key] = value;
        }

        return merged;
    }
}
