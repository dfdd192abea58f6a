using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>What a file looks like, and which profile fits it. The beginning of the file is enough.</summary>
/// <param name="Suggested">The profile whose required columns are all there and that knows most of the others; none if none fits.</param>
public sealed record InspectionResponse(
    FileFormat Format,
    string? Separator,
    IReadOnlyList<InspectedColumnResponse> Columns,
    IReadOnlyList<ProfileFitResponse> Profiles,
    ProfileName? Suggested
);

/// <summary>A column with the first different texts in it. For NDJSON it is a path, such as user.login.</summary>
public sealed record InspectedColumnResponse(string Name, IReadOnlyCollection<string> Samples);

/// <summary>What a profile makes of the columns.</summary>
/// <param name="States">What the words of the source mean to this profile.</param>
public sealed record ProfileFitResponse(
    ProfileName Profile,
    string Source,
    IReadOnlyList<FieldFitResponse> Fields,
    IReadOnlyDictionary<string, SourceOutcome> States
);

/// <summary>The column that a field is read from; none where the file has no column of a name that the profile knows.</summary>
public sealed record FieldFitResponse(ImportField Field, bool IsRequired, string? Column);

/// <summary>Looks at the first rows of a file and stores nothing: what whoever maps its columns starts from.</summary>
internal static class InspectImport
{
    private const int MostBytes = 512 * 1024;

    [OwnIdempotency]
    internal static async Task<Results<Ok<InspectionResponse>, ProblemHttpResult>> Handle(
        [AsParameters] ImportQuery query,
        HttpRequest request,
        CancellationToken ct
    )
    {
        var upload = await Upload.OpenAsync(request, ct);
        if (upload.IsRefused)
        {
            return upload.Error.ToProblem();
        }

        var order = ImportRequest.Read(query, upload.Value.Kind);
        if (order.IsRefused)
        {
            return order.Error.ToProblem();
        }

        var buffer = new byte[MostBytes];
        var length = await upload.Value.Content.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, ct);
        var shape = ImportRequest.ShapeOf(order.Value, ImportRequest.ProfileOf(order.Value));
        var outline = FileOutline.Read(buffer.AsSpan(0, length), shape);
        return outline.IsRefused ? outline.Error.ToProblem() : TypedResults.Ok(Answer(outline.Value, shape.Format));
    }

    private static InspectionResponse Answer(FileOutline outline, FileFormat format)
    {
        var names = outline.Columns.Select(column => column.Name).ToList();
        var fits = Enum.GetValues<ProfileName>().Select(name => FitOf(name, names)).ToList();
        return new InspectionResponse(
            format,
            outline.Separator?.ToString(),
            [.. outline.Columns.Select(column => new InspectedColumnResponse(column.Name, column.Samples))],
            fits,
            fits.Where(fit => fit.Fields.All(field => !field.IsRequired || field.Column is not null))
                .OrderByDescending(fit => fit.Fields.Count(field => field.Column is not null))
                .FirstOrDefault()
                ?.Profile
        );
    }

    private static ProfileFitResponse FitOf(ProfileName name, List<string> names)
    {
        var profile = ImportProfiles.Of(name);
        var binding = HeaderBinding.Bind(names, profile);
        return new ProfileFitResponse(
            name,
            profile.Source,
            [
                .. Enum.GetValues<ImportField>()
                    .Select(field => new FieldFitResponse(
                        field,
                        profile.Required.Contains(field),
                        binding.Columns.Where(c => c.Field == field).Select(c => names[c.Column]).FirstOrDefault()
                    )),
            ],
            profile.States
        );
    }
}
