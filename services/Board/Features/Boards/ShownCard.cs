using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Board.Domain.Cards;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// A card in sight: where it stands, and what the board says of it, as the bytes of a <see cref="BoardCardResponse"/>. They are
/// all that is kept of the card: of a board with thousands only those that changed are made anew.
/// </summary>
internal sealed record ShownCard(Guid Id, Guid ColumnId, double Position, DateTimeOffset? FinishedAt, byte[] Json)
{
    /// <summary>What a card takes in memory beside its bytes.</summary>
    private const int Overhead = 128;

    /// <summary>The order of the board: by position, and by id where positions are equal.</summary>
    internal static readonly Comparer<ShownCard> Order = Comparer<ShownCard>.Create(
        (one, other) =>
            one.Position.CompareTo(other.Position) is not 0 and var order ? order : one.Id.CompareTo(other.Id)
    );

    /// <summary>In bytes, about.</summary>
    internal int Size => Json.Length + Overhead;

    // What is shown stands in a column.
    internal static ShownCard From(CardState card, bool hasApprovedChange, JsonSerializerOptions json) =>
        new(
            card.Id,
            card.ColumnId!.Value,
            card.Position,
            card.FinishedAt,
            JsonSerializer.SerializeToUtf8Bytes(BoardCardResponse.From(card, hasApprovedChange), json)
        );
}

internal sealed class ShownCardJson : JsonConverter<ShownCard>
{
    public override void Write(Utf8JsonWriter writer, ShownCard value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);

    public override ShownCard Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        throw new NotSupportedException("Boards are written here, never read.");
}
