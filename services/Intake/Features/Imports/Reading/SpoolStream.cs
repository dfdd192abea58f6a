using FlowPlatform.Intake.Data;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports.Reading;

/// <summary>A stored file as a stream that reads one piece at a time and can go to any offset.</summary>
internal sealed class SpoolStream(NpgsqlDataSource database, Guid importId, long length) : Stream
{
    private byte[] _piece = [];
    private int _pieceNumber = -1;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length)
        {
            return 0;
        }

        var number = (int)(Position / ImportChunk.Size);
        if (number != _pieceNumber)
        {
            _piece = await LoadAsync(number, cancellationToken);
            _pieceNumber = number;
        }

        var from = (int)(Position % ImportChunk.Size);
        var count = Math.Min(buffer.Length, _piece.Length - from);
        _piece.AsMemory(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A stored file is read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("Set Position.");

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    private async Task<byte[]> LoadAsync(int number, CancellationToken ct)
    {
        await using var load = database.CreateCommand(
            "SELECT content FROM import_chunk WHERE import_id = $1 AND number = $2"
        );
        load.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        load.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
        return await load.ExecuteScalarAsync(ct) as byte[]
            ?? throw new InvalidDataException($"Piece {number} of the stored file is missing.");
    }
}
