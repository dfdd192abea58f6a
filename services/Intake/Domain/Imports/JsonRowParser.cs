using System.Text.Json;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>One JSON object a line. A name that leads nowhere is an absent field.</summary>
internal sealed class JsonRowParser(ImportProfile profile) : IRowParser
{
    private readonly (ImportField Field, string Name, string[] Path)[] _fields =
    [
        .. profile.Columns.SelectMany(c => c.Value.Select(name => (c.Key, name, name.Split('.')))),
    ];

    public int Consumed { get; private set; }
    public bool IsLineUnfinished { get; private set; }
    public bool IsBlank { get; private set; }
    public RowProblem Problem { get; private set; } = new(null, "");

    public ScanResult Parse(ReadOnlySpan<byte> data, bool isLast, RowValues values)
    {
        var end = data.IndexOf((byte)'\n');
        if (end < 0 && !isLast && data.Length < CsvScanner.MaxRowBytes)
        {
            return ScanResult.NeedMore;
        }

        IsLineUnfinished = end < 0 && !isLast;
        Consumed = end < 0 ? data.Length : end + 1;
        var line = data[..Consumed].Trim(" \t\r\n"u8);
        IsBlank = line.IsEmpty;
        if (IsBlank)
        {
            return ScanResult.Row;
        }

        return line.Length > CsvScanner.MaxRowBytes
            ? Refuse($"row is longer than {CsvScanner.MaxRowBytes / 1024} KB")
            : Read(line, values);
    }

    private ScanResult Read(ReadOnlySpan<byte> line, RowValues values)
    {
        if (!SourceEncoding.Utf8.IsText(line))
        {
            return Refuse("is not valid UTF-8");
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            using var row = JsonDocument.ParseValue(ref reader);
            if (row.RootElement.ValueKind is not JsonValueKind.Object || reader.BytesConsumed < line.Length)
            {
                return Refuse("is not one JSON object");
            }

            return Fill(row.RootElement, values);
        }
        catch (JsonException)
        {
            return Refuse("is not valid JSON");
        }
    }

    private ScanResult Fill(JsonElement row, RowValues values)
    {
        values.Clear();
        foreach (var (field, name, path) in _fields)
        {
            // PostgreSQL stores no NUL, and JSON can spell one.
            if (Text(row, name, path) is { Length: > 0 } text)
            {
                if (text.Contains('\0'))
                {
                    return Refuse($"'{name}' holds a NUL character");
                }

                values[field] ??= text;
            }
        }

        return ScanResult.Row;
    }

    private static string? Text(JsonElement row, string name, string[] path)
    {
        if (!row.TryGetProperty(name, out var value))
        {
            value = row;
            foreach (var part in path)
            {
                if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty(part, out value))
                {
                    return null;
                }
            }
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
    }

    private ScanResult Refuse(string reason)
    {
        Problem = new RowProblem(null, reason);
        return ScanResult.Bad;
    }
}
