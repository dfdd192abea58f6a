using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Imports;

public enum FileFormat
{
    Csv,
    Ndjson,
}

/// <summary>What must be known of a file before its first row. The separator is found in the header if it is not given.</summary>
internal sealed record FileShape(FileFormat Format, SourceEncoding Encoding, char? Separator, ImportProfile Profile);

/// <summary>The part of a file before its first row, and the parser for those after it.</summary>
internal sealed record FileHead(IRowParser Parser, int Length)
{
    public static Result<FileHead> Read(ReadOnlySpan<byte> data, bool isLast, FileShape shape)
    {
        if (data.StartsWith<byte>([0xFF, 0xFE]) || data.StartsWith<byte>([0xFE, 0xFF]))
        {
            return ImportErrors.Utf16;
        }

        var mark = MarkOf(data);
        var start = StartOf(data);
        if (start == data.Length)
        {
            return ImportErrors.FileEmpty;
        }

        return shape.Format is FileFormat.Ndjson
            ? new FileHead(new JsonRowParser(shape.Profile), mark)
            : ReadCsv(data, start, isLast, shape);
    }

    /// <summary>Where the first line begins: after the mark of UTF-8 and empty lines.</summary>
    public static int StartOf(ReadOnlySpan<byte> data)
    {
        var start = MarkOf(data);
        while (start < data.Length && data[start] is (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        return start;
    }

    private static int MarkOf(ReadOnlySpan<byte> data) => data.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;

    private static Result<FileHead> ReadCsv(ReadOnlySpan<byte> data, int start, bool isLast, FileShape shape)
    {
        var rest = data[start..];
        var separator = shape.Separator is { } given ? (byte)given : FindSeparator(rest);
        var scanner = new CsvScanner(separator);
        var names = CsvRowParser.ReadHeader(scanner, rest, isLast, shape.Encoding);
        if (names is null)
        {
            return ImportErrors.HeaderUnreadable(scanner.Problem.Reason, shape.Encoding);
        }

        var header = HeaderBinding.Bind(names, shape.Profile);
        if (header.Missing.Count > 0)
        {
            return ImportErrors.ColumnsMissing(header.Missing);
        }

        return new FileHead(new CsvRowParser(separator, shape.Encoding, header), start + scanner.Consumed);
    }

    /// <summary>The separator that the header has most of.</summary>
    public static byte FindSeparator(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)'\n');
        var line = end < 0 ? data : data[..end];
        var best = (byte)',';
        foreach (var candidate in ";\t|"u8)
        {
            best = line.Count(candidate) > line.Count(best) ? candidate : best;
        }

        return best;
    }
}
