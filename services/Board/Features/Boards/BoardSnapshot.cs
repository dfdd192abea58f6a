using System.IO.Compression;
using System.Text.Json;
using FlowPlatform.Board.Data;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// A board as it stood at a version. It never changes, so that all who read the board share it, and its compressed bytes once
/// the first has asked for them.
/// </summary>
internal sealed class BoardSnapshot
{
    private const int PieceSize = 512 * 1024;

    private readonly LockedBoard _board;
    private readonly JsonSerializerOptions _json;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    /// <param name="board">What the board has beside its cards.</param>
    /// <param name="cards">In the order of the board.</param>
    /// <param name="json">Knows <see cref="ShownCardJson"/>.</param>
    internal BoardSnapshot(LockedBoard board, List<ShownCard> cards, JsonSerializerOptions json)
    {
        (_board, Cards, _json) = (board, cards, json);
        OldestFinish = cards.Min(card => card.FinishedAt);
        Size = cards.Sum(card => (long)card.Size);
        _brotli = new(() => Compressed(to => new BrotliStream(to, CompressionLevel.Fastest)));
        _gzip = new(() => Compressed(to => new GZipStream(to, CompressionLevel.Fastest)));
    }

    internal long Version => _board.Version;

    internal List<ShownCard> Cards { get; }

    /// <summary>Finished cards go out of sight after a while, although nothing happens then.</summary>
    internal DateTimeOffset? OldestFinish { get; }

    /// <summary>In memory, in bytes, about.</summary>
    internal long Size { get; }

    /// <summary>The board compressed; null for an encoding that is neither br nor gzip.</summary>
    internal byte[]? Compressed(string? encoding) =>
        encoding switch
        {
            "br" => _brotli.Value,
            "gzip" => _gzip.Value,
            _ => null,
        };

    /// <summary>Writes the board as it is, in pieces: at no time is the whole of a large board in memory.</summary>
    internal Task WriteAsync(Stream to, CancellationToken ct) =>
        JsonSerializer.SerializeAsync(to, Contents(), _json, ct);

    private byte[] Compressed(Func<Stream, Stream> compress)
    {
        var compressed = new MemoryStream();
        // What comes in small pieces is compressed in small pieces, and half as well.
        using (var pieces = new BufferedStream(compress(compressed), PieceSize))
        {
            JsonSerializer.Serialize(pieces, Contents(), _json);
        }

        return compressed.ToArray();
    }

    private Content Contents()
    {
        var byColumn = Cards.ToLookup(card => card.ColumnId);
        var columns = _board
            .Workflow.ToResponse(_board.Id)
            .Columns.Select(column => new ColumnContent(
                column,
                _board.Occupancy.InColumn(column.Id),
                [.. byColumn[column.Id]]
            ));
        return new(
            _board.Id,
            _board.TeamId,
            _board.Name,
            _board.Version,
            _board.Workflow.Version,
            _board.Workflow.PersonalLimit,
            _board.Workflow.ExpediteLimit,
            [.. columns]
        );
    }

    /// <summary>A <see cref="BoardResponse"/> whose cards are bytes already.</summary>
    private sealed record Content(
        Guid Id,
        Guid TeamId,
        string Name,
        long Version,
        int WorkflowVersion,
        int PersonalLimit,
        int ExpediteLimit,
        List<ColumnContent> Columns
    );

    private sealed record ColumnContent(ColumnResponse Column, int Occupancy, List<ShownCard> Cards);
}
