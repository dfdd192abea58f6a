using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowPlatform.Prioritisation.Domain.Methods;

internal sealed class FractionJsonConverter : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Fraction.Parse(reader.GetString() ?? throw new JsonException("A fraction is a text such as 2/3."));

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
