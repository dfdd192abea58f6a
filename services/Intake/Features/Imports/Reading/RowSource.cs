using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Features.Imports.Reading;

/// <summary>What was read: a row's texts, or why it is none.</summary>
internal readonly record struct RowRead(long Line, RowValues? Values, RowProblem? Problem);

/// <summary>
/// Rows of a stream, one after the other, in memory that does not grow with the stream. After each row it knows the offset of the
/// next one, from which another reader of the same file can go on.
/// </summary>
internal sealed class RowSource(Stream stream, FileShape shape)
{
    private readonly RowValues _values = new();
    private readonly byte[] _buffer = new byte[4 * CsvScanner.MaxRowBytes];
    private IRowParser? _parser;
    private int _start;
    private int _end;
    private bool _isLast;

    /// <summary>Bytes of the stream before the next row.</summary>
    public long Offset { get; private set; }

    /// <summary>The number of the next line, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Reads what stands before the first row. An error means that the file as a whole cannot be imported.</summary>
    public async ValueTask<Error?> OpenAsync(CancellationToken ct)
    {
        await FillAsync(ct);
        var head = FileHead.Read(_buffer.AsSpan(0, _end), _isLast, shape);
        if (head.IsRefused)
        {
            return head.Error;
        }

        _parser = head.Value.Parser;
        Advance(head.Value.Length);
        return null;
    }

    /// <summary>Goes to the row that another reader of the same file would have read next.</summary>
    public void GoTo(long offset, long line)
    {
        stream.Position = offset;
        (Offset, Line, _start, _end, _isLast) = (offset, line, 0, 0, false);
    }

    /// <summary>Null at the end. The values are good until the next call.</summary>
    public async ValueTask<RowRead?> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            if (_start == _end && _isLast)
            {
                return null;
            }

            var result = _parser!.Parse(_buffer.AsSpan(_start, _end - _start), _isLast, _values); // opened before
            if (result is ScanResult.NeedMore)
            {
                await FillAsync(ct);
                continue;
            }

            var line = Line;
            Advance(_parser.Consumed);
            if (result is ScanResult.Bad)
            {
                await SkipLineAsync(ct);
                return new RowRead(line, null, _parser.Problem);
            }

            if (!_parser.IsBlank)
            {
                return new RowRead(line, _values, null);
            }
        }
    }

    private async ValueTask SkipLineAsync(CancellationToken ct)
    {
        var isUnfinished = _parser!.IsLineUnfinished; // opened before
        while (isUnfinished && !(_start == _end && _isLast))
        {
            await FillAsync(ct);
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            isUnfinished = end < 0;
            Advance(end < 0 ? _end - _start : end + 1);
        }
    }

    private void Advance(int count)
    {
        Line += _buffer.AsSpan(_start, count).Count((byte)'\n');
        Offset += count;
        _start += count;
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (_end < _buffer.Length && !_isLast)
        {
            var count = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
            _isLast = count == 0;
            _end += count;
        }
    }
}
