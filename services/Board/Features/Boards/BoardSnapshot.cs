using System.IO.Compression;
using System.Text.Json;
using FlowPlatform.Board.Data;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>A card in sight: where it stands, and what the board says of it.</summary>
internal sealed record ShownCard(Guid ColumnId, double Position, BoardCardResponse Card)
{
    /// <summary>The order of the board: by position, and by id where positions are equal.</summary>
    internal static readonly Comparer<ShownCard> Order = Comparer<ShownCard>.Create(
        (one, other) =>
            one.Position.CompareTo(other.Position) is not 0 and var order ? order : one.Card.Id.CompareTo(other.Card.Id)
    );
}

/// <summary>
/// A board as it stood at a version, and its bytes on the wire. It never changes, so that all who read the board share
/// it; bytes are made when the first asks for them.
/// </summary>
internal sealed class BoardSnapshot
{
    private readonly Lazy<byte[]> _plain;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    internal BoardSnapshot(LockedBoard board, List<ShownCard> cards, JsonSerializerOptions json)
    {
        (Version, Cards) = (board.Version, cards);
        OldestFinish = cards.Min(shown => shown.Card.FinishedAt);
        _plain = new(() => JsonSerializer.SerializeToUtf8Bytes(Response(board, cards), json));
        _brotli = new(() => Compressed(to => new BrotliStream(to, CompressionLevel.Fastest)));
        _gzip = new(() => Compressed(to => new GZipStream(to, CompressionLevel.Fastest)));
    }

    internal long Version { get; }

    /// <summary>In the order of the board.</summary>
    internal List<ShownCard> Cards { get; }

    /// <summary>Finished cards go out of sight after a while, although nothing happens then.</summary>
    internal DateTimeOffset? OldestFinish { get; }

    internal byte[] Bytes(string? encoding) =>
        encoding switch
        {
            "br" => _brotli.Value,
            "gzip" => _gzip.Value,
            _ => _plain.Value,
        };

    private byte[] Compressed(Func<Stream, Stream> compress)
    {
        var compressed = new MemoryStream();
        using (var stream = compress(compressed))
        {
            stream.Write(_plain.Value);
        }

        return compressed.ToArray();
    }

    private static BoardResponse Response(LockedBoard board, List<ShownCard> cards)
    {
        var byColumn = cards.ToLookup(shown => shown.ColumnId, shown => shown.Card);
        var columns = board
            .Workflow.ToResponse(board.Id)
            .Columns.Select(column => new BoardColumnResponse(
                column,
                board.Occupancy.InColumn(column.Id),
                [.. byColumn[column.Id]]
            ));
        return new(
            board.Id,
            board.TeamId,
            board.Name,
            board.Version,
            board.Workflow.Version,
            board.Workflow.PersonalLimit,
            board.Workflow.ExpediteLimit,
            [.. columns]
        );
    }
}
