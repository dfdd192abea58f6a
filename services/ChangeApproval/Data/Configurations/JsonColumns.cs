using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ChangeApproval.Data.Configurations;

/// <summary>Immutable values kept whole as jsonb: they are replaced, never edited in place, so references tell changes.</summary>
internal static class JsonColumns
{
    internal static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter() },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };

    internal static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) =>
        property
            .HasConversion(
                value => JsonSerializer.Serialize(value, Options),
                text => JsonSerializer.Deserialize<T>(text, Options)!,
                new ValueComparer<T>(
                    (one, other) => ReferenceEquals(one, other),
                    value => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value),
                    value => value
                )
            )
            .HasColumnType("jsonb");
}
