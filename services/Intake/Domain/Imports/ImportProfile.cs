using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>How the files of one kind of source are read: which column holds what, and what its words mean.</summary>
internal sealed record ImportProfile
{
    /// <summary>With the external reference, the identity of what is imported.</summary>
    public required string Source { get; init; }

    /// <summary>Per field the column names to look for, best first. For NDJSON they are paths, such as user.login.</summary>
    public required IReadOnlyDictionary<ImportField, string[]> Columns { get; init; }

    /// <summary>A file without these is refused as a whole.</summary>
    public required IReadOnlyList<ImportField> Required { get; init; }
    public required IReadOnlyList<string> DateFormats { get; init; }
    public required IReadOnlyDictionary<string, SourceOutcome> States { get; init; }

    /// <summary>A state that is not listed makes a row bad; otherwise its end instants decide whether it is done.</summary>
    public bool HasFixedStates { get; init; }
    public IReadOnlyDictionary<string, Practice> Practices { get; init; } = Named<Practice>();
    public IReadOnlyDictionary<string, WorkCategory> Categories { get; init; } = Named<WorkCategory>();

    /// <summary>A practice or category that is not listed makes a row bad; otherwise it takes the default.</summary>
    public bool HasFixedKinds { get; init; }
    public Practice Practice { get; init; } = Practice.ServiceRequest;
    public WorkCategory Category { get; init; } = WorkCategory.Support;

    /// <summary>The word that stands for "not known", beside the empty field.</summary>
    public string UnknownWord { get; init; } = "";
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public static Dictionary<string, T> Named<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => v.ToString(), StringComparer.OrdinalIgnoreCase);

    public string NameOf(ImportField field) => Columns.TryGetValue(field, out var names) ? names[0] : field.ToString();
}
