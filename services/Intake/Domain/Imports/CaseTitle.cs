using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>A log without titles still says what a case is about: then its classification is the title.</summary>
internal static class CaseTitle
{
    public static string Of(RowText text, string reference)
    {
        if (text.Cut(ImportField.Title, WorkRequest.TitleLength) is { } title)
        {
            return title;
        }

        string?[] parts =
        [
            text.Of(ImportField.Category),
            text.Of(ImportField.Subcategory),
            text.Of(ImportField.Symptom),
        ];
        var known = string.Join(", ", parts.Where(part => part is not null));
        var composed = known.Length == 0 ? reference : known;
        return composed.Length <= WorkRequest.TitleLength ? composed : composed[..WorkRequest.TitleLength];
    }
}
