namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>Reads one field from where the scanner stands.</summary>
internal sealed partial class CsvScanner
{
    private FieldEnd ReadField(ReadOnlySpan<byte> data, bool isLast)
    {
        var rest = data[_position..];
        if (rest is [Quote, ..])
        {
            return ReadQuoted(data, isLast);
        }

        var length = rest.IndexOfAny(delimiter, LineFeed, Quote);
        if (length < 0)
        {
            AddPlain(rest.Length, data);
            _position = data.Length;
            return FieldEnd.OutOfData;
        }

        if (rest[length] == Quote)
        {
            return Break("quote inside an unquoted field");
        }

        AddPlain(length, data);
        _position += length + 1;
        return rest[length] == LineFeed ? FieldEnd.LineFeed : FieldEnd.Delimiter;
    }

    private void AddPlain(int length, ReadOnlySpan<byte> data)
    {
        var end = _position + length;
        var isLineEnd = end == data.Length || data[end] == LineFeed;
        var hasReturn = isLineEnd && length > 0 && data[end - 1] == (byte)'\r';
        _fields.Add(new CsvFieldSpan(_position, hasReturn ? length - 1 : length, false, false));
    }

    private FieldEnd ReadQuoted(ReadOnlySpan<byte> data, bool isLast)
    {
        var start = _position + 1;
        var hasDoubledQuotes = false;
        for (var from = start; ; )
        {
            var found = data[from..].IndexOf(Quote);
            if (found < 0)
            {
                return isLast ? Break("quote is never closed") : FieldEnd.OutOfData;
            }

            var close = from + found;
            if (data[(close + 1)..] is [Quote, ..])
            {
                hasDoubledQuotes = true;
                from = close + 2;
                continue;
            }

            _fields.Add(new CsvFieldSpan(start, close - start, true, hasDoubledQuotes));
            return AfterQuote(data, close + 1);
        }
    }

    private FieldEnd AfterQuote(ReadOnlySpan<byte> data, int position)
    {
        var (end, width) = data[position..] switch
        {
            [] or [(byte)'\r'] => (FieldEnd.OutOfData, data.Length - position),
            [LineFeed, ..] => (FieldEnd.LineFeed, 1),
            [(byte)'\r', LineFeed, ..] => (FieldEnd.LineFeed, 2),
            [var next, ..] when next == delimiter => (FieldEnd.Delimiter, 1),
            _ => (FieldEnd.Broken, 0),
        };
        _position = position + width;
        return end is FieldEnd.Broken ? Break("text after a closing quote") : end;
    }
}
