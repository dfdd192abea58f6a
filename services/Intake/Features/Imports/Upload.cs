using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>What the upload itself says about the file.</summary>
internal sealed record UploadKind(FileFormat Format, string? FileName);

/// <summary>The file in a request: the body as it is, or the first file of a form. It is never held in memory as a whole.</summary>
internal sealed record Upload(Stream Content, UploadKind Kind)
{
    private const int LongestBoundary = 200;

    public static async Task<Result<Upload>> OpenAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return ImportErrors.NoFile;
        }

        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return await OpenFormAsync(request, type, ct);
        }

        var format = FormatOf(type.MediaType.Value, null);
        return format is null ? ImportErrors.NoFile : new Upload(request.Body, new UploadKind(format.Value, null));
    }

    private static async Task<Result<Upload>> OpenFormAsync(
        HttpRequest request,
        MediaTypeHeaderValue type,
        CancellationToken ct
    )
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary)
        {
            return ImportErrors.NoFile;
        }

        var parts = new MultipartReader(boundary, request.Body);
        while (await parts.ReadNextSectionAsync(ct) is { } part)
        {
            if (part.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                var name = HeaderUtilities
                    .RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName)
                    .Value;
                var format = FormatOf(part.ContentType, name) ?? FileFormat.Csv;
                return new Upload(part.Body, new UploadKind(format, Short(name)));
            }
        }

        return ImportErrors.NoFile;
    }

    private static FileFormat? FormatOf(string? mediaType, string? fileName)
    {
        var kind = mediaType?.Split(';')[0].Trim().ToLowerInvariant();
        return (kind, Path.GetExtension(fileName)?.ToLowerInvariant()) switch
        {
            ("application/x-ndjson" or "application/ndjson" or "application/jsonl", _) => FileFormat.Ndjson,
            (_, ".ndjson" or ".jsonl") => FileFormat.Ndjson,
            ("text/csv" or "text/plain" or "application/csv" or "application/octet-stream", _) => FileFormat.Csv,
            _ => null,
        };
    }

    private static string? Short(string? name) =>
        name is { Length: > Import.FileNameLength } ? name[..Import.FileNameLength] : name;
}
