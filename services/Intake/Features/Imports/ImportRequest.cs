using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>How a file is to be read, as its sender says in the query.</summary>
internal readonly record struct ImportQuery(
    [property: FromQuery(Name = "profile")] string? Profile,
    [property: FromQuery(Name = "customerId")] Guid? CustomerId,
    [property: FromQuery(Name = "teamId")] Guid? TeamId,
    [property: FromQuery(Name = "source")] string? Source,
    [property: FromQuery(Name = "encoding")] string? Encoding,
    [property: FromQuery(Name = "separator")] string? Separator,
    [property: FromQuery(Name = "format")] string? Format,
    [property: FromQuery(Name = "mapping")] string? Mapping
);

internal static class ImportRequest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Result<ImportOrder> Read(ImportQuery query, UploadKind kind)
    {
        if (!TryWord(query.Profile ?? nameof(ProfileName.Generic), out ProfileName profile))
        {
            return Problems.Field("profile", $"is one of {string.Join(", ", Enum.GetNames<ProfileName>())}");
        }

        if (!TryWord(query.Encoding ?? nameof(SourceEncoding.Utf8), out SourceEncoding encoding))
        {
            return Problems.Field("encoding", $"is one of {string.Join(", ", Enum.GetNames<SourceEncoding>())}");
        }

        if (!TryWord(query.Format ?? kind.Format.ToString(), out FileFormat format))
        {
            return Problems.Field("format", $"is one of {string.Join(", ", Enum.GetNames<FileFormat>())}");
        }

        if (Check(query) is { } error)
        {
            return error;
        }

        return new ImportOrder(
            profile,
            query.Source ?? ImportProfiles.Of(profile).Source,
            format,
            encoding,
            query.Separator,
            query.Mapping,
            query.CustomerId ?? Guid.Empty,
            query.TeamId,
            kind.FileName
        );
    }

    public static ImportProfile ProfileOf(ImportOrder order)
    {
        var profile = ImportProfiles.Of(order.Profile);
        // Checked when the order was accepted.
        return (MappingIn(order.Mapping) ?? new ImportMapping()).ApplyTo(profile, order.Source);
    }

    public static FileShape ShapeOf(ImportOrder order, ImportProfile profile) =>
        new(order.Format, order.Encoding, order.Separator?[0], profile);

    private static Error? Check(ImportQuery query)
    {
        if (query.Separator is { } separator && (separator.Length != 1 || !char.IsAscii(separator[0])))
        {
            return Problems.Field("separator", "is one ASCII character");
        }

        if (query.Source is { } source && (source.Length is 0 or > WorkRequest.SourceLength))
        {
            return Problems.Field("source", $"has 1 to {WorkRequest.SourceLength} characters");
        }

        if (query.Mapping?.Length > Import.MappingLength)
        {
            return Problems.Field("mapping", $"has at most {Import.MappingLength} characters");
        }

        try
        {
            _ = MappingIn(query.Mapping)?.ApplyTo(ImportProfiles.Of(ProfileName.Generic), null);
            return null;
        }
        catch (JsonException e)
        {
            return ImportErrors.BadMapping($"The mapping cannot be read at {e.Path ?? "$"}.");
        }
        catch (TimeZoneNotFoundException)
        {
            return ImportErrors.BadMapping("The mapping names a time zone that is not known.");
        }
    }

    private static ImportMapping? MappingIn(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : JsonSerializer.Deserialize<ImportMapping>(text, Json);

    // "windows-1252" and "utf-8" are how people write them.
    private static bool TryWord<T>(string text, out T value)
        where T : struct, Enum
    {
        var word = text.Replace("-", "", StringComparison.Ordinal);
        return Enum.TryParse(word, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0]);
    }
}
