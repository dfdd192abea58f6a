using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Prioritisation.Data;

/// <summary>A value kept whole as jsonb: nothing ever queries inside it, and it never changes but by being replaced.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Json = new()
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    internal static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        var comparer = new ValueComparer<T>(
            (left, right) => Write(left) == Write(right),
            value => Write(value).GetHashCode(StringComparison.Ordinal),
            value => value
        );
        return property.HasConversion(value => Write(value), text => Read<T>(text), comparer).HasColumnType("jsonb");
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    private static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Json) ?? throw new JsonException("The column holds null.");
}
