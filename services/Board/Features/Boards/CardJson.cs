using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// Writes a card of a board as the bytes that were made of it before: of a board with thousands of cards only those that
/// changed are made anew.
/// </summary>
internal sealed class CardJson(JsonSerializerOptions cards) : JsonConverter<BoardCardResponse>
{
    /// <summary>The same JSON, from bytes where a card has them.</summary>
    internal static JsonSerializerOptions OptionsBeside(JsonSerializerOptions web) =>
        new(web) { Converters = { new CardJson(web) } };

    public override void Write(Utf8JsonWriter writer, BoardCardResponse value, JsonSerializerOptions options)
    {
        value.Json ??= JsonSerializer.SerializeToUtf8Bytes(value, cards);
        writer.WriteRawValue(value.Json, skipInputValidation: true);
    }

    public override BoardCardResponse Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        throw new NotSupportedException("Boards are written here, never read.");
}
