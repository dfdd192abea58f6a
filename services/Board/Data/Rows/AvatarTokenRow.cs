namespace FlowPlatform.Board.Data.Rows;

/// <summary>
/// A placed avatar. A person has the ordinals 0 and 1 over all boards: the key and the check leave no row for a third
/// placement, whatever the code above does.
/// </summary>
internal sealed class AvatarTokenRow
{
    public required Guid PersonId { get; init; }
    public required int Ordinal { get; init; }
    public required Guid CardId { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
}
