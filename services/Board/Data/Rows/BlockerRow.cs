using FlowPlatform.Board.Domain.Cards;

namespace FlowPlatform.Board.Data.Rows;

/// <summary>What stops a card, from when to when, and why.</summary>
internal sealed class BlockerRow
{
    internal const int NoteLength = 1000;

    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }
    public required BlockerReason Reason { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public required Guid RaisedBy { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public Guid? ResolvedBy { get; init; }
}
