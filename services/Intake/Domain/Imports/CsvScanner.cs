namespace FlowPlatform.Intake.Domain.Imports;

internal enum ScanResult
{
    NeedMore,
    Row,
    Bad,
}

/// <summary>
/// Finds one CSV row (RFC 4180, any separator, LF or CRLF) at the start of a span of bytes. Strict about quotes, and made to recover:
/// a row that is broken is given up at the end of its first line, so that one stray quote does not swallow the rows after it.
/// </summary>
internal sealed partial class CsvScanner(byte delimiter)
{
    public const int MaxFieldBytes = 64 * 1024;
    public const int MaxRowBytes = 256 * 1024;
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';

    private readonly List<CsvFieldSpan> _fields = [];
    private int _position;

    private enum FieldEnd
    {
        Delimiter,
        LineFeed,
        OutOfData,
        Broken,
    }

    public int FieldCount => _fields.Count;

    /// <summary>The bytes to move on by after Row or Bad.</summary>
    public int Consumed { get; private set; }

    /// <summary>After Bad: the line goes on beyond the data, and its rest is to be skipped too.</summary>
    public bool IsLineUnfinished { get; private set; }

    public RowProblem Problem { get; private set; } = new(null, "");

    public CsvFieldSpan this[int index] => _fields[index];

    /// <summary>A single empty field is an empty line.</summary>
    public bool IsBlank => _fields is [{ Length: 0, IsQuoted: false }];

    public ScanResult Scan(ReadOnlySpan<byte> data, bool isLast)
    {
        _fields.Clear();
        _position = 0;
        while (true)
        {
            switch (ReadField(data, isLast))
            {
                case FieldEnd.Delimiter:
                    continue;
                case FieldEnd.LineFeed:
                    return End();
                case FieldEnd.Broken:
                    return GiveUpLine(data);
                default:
                    return isLast ? End() : AskForMore(data);
            }
        }
    }

    /// <summary>Gives a scanned row up for a reason only its reader knows, such as a wrong number of columns.</summary>
    public ScanResult GiveUpLine(ReadOnlySpan<byte> data, RowProblem? problem = null)
    {
        Problem = problem ?? Problem;
        var end = data.IndexOf(LineFeed);
        IsLineUnfinished = end < 0;
        Consumed = end < 0 ? data.Length : end + 1;
        return ScanResult.Bad;
    }

    private ScanResult End()
    {
        Consumed = _position;
        IsLineUnfinished = false;
        var tooLong = _fields.FindIndex(field => field.Length > MaxFieldBytes);
        if (tooLong < 0)
        {
            return ScanResult.Row;
        }

        Problem = new RowProblem($"#{tooLong + 1}", $"field is longer than {MaxFieldBytes / 1024} KB");
        return ScanResult.Bad;
    }

    private ScanResult AskForMore(ReadOnlySpan<byte> data)
    {
        var why = $"row is longer than {MaxRowBytes / 1024} KB, or a quote is never closed";
        return data.Length < MaxRowBytes ? ScanResult.NeedMore : GiveUpLine(data, new RowProblem(null, why));
    }

    private FieldEnd Break(string reason)
    {
        Problem = new RowProblem($"#{_fields.Count + 1}", reason);
        return FieldEnd.Broken;
    }
}

/// <summary>Where a field lies in the scanned data.</summary>
internal readonly record struct CsvFieldSpan(int Start, int Length, bool IsQuoted, bool HasDoubledQuotes);
