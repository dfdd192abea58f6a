namespace FlowPlatform.Intake.Domain.Imports;

internal sealed class CsvRowParser(byte delimiter, SourceEncoding encoding, HeaderBinding header) : IRowParser
{
    private readonly CsvScanner _scanner = new(delimiter);

    public int Consumed => _scanner.Consumed;
    public bool IsLineUnfinished => _scanner.IsLineUnfinished;
    public bool IsBlank => _scanner.IsBlank;
    public RowProblem Problem { get; private set; } = new(null, "");

    public ScanResult Parse(ReadOnlySpan<byte> data, bool isLast, RowValues values)
    {
        var result = _scanner.Scan(data, isLast);
        if (result is ScanResult.Bad)
        {
            return Refuse(Named(_scanner.Problem));
        }

        if (result is ScanResult.NeedMore || IsBlank)
        {
            return result;
        }

        if (_scanner.FieldCount != header.Header.Count)
        {
            var why = $"has {_scanner.FieldCount} columns where the header has {header.Header.Count}";
            _scanner.GiveUpLine(data);
            return Refuse(new RowProblem(null, why));
        }

        if (!encoding.IsText(data[..Consumed]))
        {
            return Refuse(new RowProblem(FirstBadColumn(data), $"is not valid {encoding.NameOf()}"));
        }

        Fill(data, values);
        return ScanResult.Row;
    }

    /// <summary>The names in the first row; null when it is no row of text.</summary>
    public static IReadOnlyList<string>? ReadHeader(
        CsvScanner scanner,
        ReadOnlySpan<byte> data,
        bool isLast,
        SourceEncoding encoding
    )
    {
        if (scanner.Scan(data, isLast) is not ScanResult.Row || !encoding.IsText(data[..scanner.Consumed]))
        {
            return null;
        }

        var names = new string[scanner.FieldCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Text(scanner[i], data, encoding);
        }

        return names;
    }

    private void Fill(ReadOnlySpan<byte> data, RowValues values)
    {
        values.Clear();
        foreach (var (field, column) in header.Columns)
        {
            if (_scanner[column].Length > 0)
            {
                values[field] ??= Text(_scanner[column], data, encoding);
            }
        }
    }

    private ScanResult Refuse(RowProblem problem)
    {
        Problem = problem;
        return ScanResult.Bad;
    }

    private RowProblem Named(RowProblem problem) =>
        problem.Column is ['#', .. var number] && int.Parse(number) <= header.Header.Count
            ? problem with
            {
                Column = header.Header[int.Parse(number) - 1],
            }
            : problem;

    private string? FirstBadColumn(ReadOnlySpan<byte> data)
    {
        for (var i = 0; i < _scanner.FieldCount; i++)
        {
            if (!encoding.IsText(data.Slice(_scanner[i].Start, _scanner[i].Length)))
            {
                return header.Header[i];
            }
        }

        return null;
    }

    private static string Text(CsvFieldSpan field, ReadOnlySpan<byte> data, SourceEncoding encoding)
    {
        // Checked for the whole row before.
        encoding.TryDecode(data.Slice(field.Start, field.Length), out var text);
        return field.HasDoubledQuotes ? text!.Replace("\"\"", "\"", StringComparison.Ordinal) : text!;
    }
}
