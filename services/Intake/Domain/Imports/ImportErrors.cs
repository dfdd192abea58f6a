using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Imports;

internal static class ImportErrors
{
    public static readonly Error FileEmpty = new(
        "intake.file-empty",
        "The file is empty: it has no header and no rows.",
        ErrorKind.Invalid
    );

    public static readonly Error Utf16 = new(
        "intake.file-encoding",
        "The file is UTF-16. Save it as UTF-8, or as Windows-1252 and say encoding=Windows1252.",
        ErrorKind.Invalid
    );

    public static readonly Error MayNotImport = new(
        "intake.may-not-import",
        "Importing is for administrators, and for leads and members of the team named as delivering team.",
        ErrorKind.Forbidden
    );

    public static readonly Error CustomerNeeded = new(
        "intake.customer-needed",
        "An import needs customerId, the active customer that asks when a row does not say.",
        ErrorKind.Invalid
    );

    public static readonly Error TooLarge = new("intake.file-too-large", "The file is too large.", ErrorKind.Invalid);

    public static readonly Error NoFile = new(
        "intake.no-file",
        "Send the file as text/csv, application/x-ndjson, or a part named file of multipart/form-data.",
        ErrorKind.Invalid
    );

    public static readonly Error FileGone = new(
        "intake.file-gone",
        "The file of this import was not stored whole, or is not kept any more: import it again."
    );

    public static Error BadMapping(string why) => new("intake.bad-mapping", why, ErrorKind.Invalid);

    public static Error ColumnsMissing(IReadOnlyList<string> columns) =>
        new(
            "intake.columns-missing",
            $"The file lacks columns that its profile needs: {string.Join(", ", columns)}.",
            ErrorKind.Invalid
        )
        {
            Violations =
            [
                .. columns.Select(name => new Violation("intake.column-missing", $"Column '{name}' is missing.")),
            ],
        };

    public static Error HeaderUnreadable(string reason, SourceEncoding encoding) =>
        new(
            "intake.header-unreadable",
            reason.Length > 0
                ? $"The first line is no header: {reason}."
                : $"The first line is no header in {encoding.NameOf()}.",
            ErrorKind.Invalid
        );

    public static Error WrongState(string act, ImportState state) =>
        new("intake.wrong-import-state", $"An import that is {state} cannot be {act}.");
}
