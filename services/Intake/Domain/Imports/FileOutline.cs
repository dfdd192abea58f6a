using System.Text.Json;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>A column of a foreign file with the first different texts in it.</summary>
internal sealed record OutlineColumn(string Name, IReadOnlyCollection<string> Samples);

/// <summary>What can be told of a file before anybody says what its columns mean. Looks at its first rows alone.</summary>
internal sealed record FileOutline(char? Separator, IReadOnlyList<OutlineColumn> Columns)
{
    public const int MostSamples = 12;
    private const int MostRows = 200;

    public static Result<FileOutline> Read(ReadOnlySpan<byte> data, FileShape shape)
    {
        // Nothing is needed of the columns: only what is no file at all is refused.
        var bare = shape with
        {
            Profile = shape.Profile with { Required = [] },
        };
        var head = FileHead.Read(data, isLast: true, bare);
        if (head.IsRefused)
        {
            return head.Error;
        }

        return shape.Format is FileFormat.Ndjson
            ? new FileOutline(null, OfLines(data[head.Value.Length..]))
            : OfTable(data[FileHead.StartOf(data)..], shape);
    }

    private static FileOutline OfTable(ReadOnlySpan<byte> data, FileShape shape)
    {
        var separator = shape.Separator is { } given ? (byte)given : FileHead.FindSeparator(data);
        var scanner = new CsvScanner(separator);
        var names = CsvRowParser.ReadHeader(scanner, data, isLast: true, shape.Encoding) ?? [];
        var samples = new SampleSet(names);
        for (var (row, at) = (0, scanner.Consumed); row < MostRows && at < data.Length; row++, at += scanner.Consumed)
        {
            var result = scanner.Scan(data[at..], isLast: false);
            if (result is ScanResult.NeedMore)
            {
                break;
            }

            for (var i = 0; result is ScanResult.Row && i < Math.Min(scanner.FieldCount, names.Count); i++)
            {
                var field = scanner[i];
                samples.Add(names[i], shape.Encoding, data.Slice(at + field.Start, field.Length));
            }
        }

        return new FileOutline((char)separator, samples.Columns);
    }

    private static IReadOnlyList<OutlineColumn> OfLines(ReadOnlySpan<byte> data)
    {
        var samples = new SampleSet([]);
        for (var row = 0; row < MostRows && data.IndexOf((byte)'\n') is var end; row++)
        {
            AddObject(end < 0 ? data : data[..end], samples);
            if (end < 0)
            {
                break;
            }

            data = data[(end + 1)..];
        }

        return samples.Columns;
    }

    private static void AddObject(ReadOnlySpan<byte> line, SampleSet samples)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (JsonDocument.TryParseValue(ref reader, out var document))
            {
                using (document)
                {
                    AddMembers(document.RootElement, "", samples);
                }
            }
        }
        catch (JsonException)
        {
            // Cut off, or no JSON: the preview says so, with its line.
        }
    }

    private static void AddMembers(JsonElement element, string path, SampleSet samples)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            var name = path + member.Name;
            if (member.Value.ValueKind is JsonValueKind.Object)
            {
                AddMembers(member.Value, name + ".", samples);
            }
            else if (member.Value.ValueKind is not JsonValueKind.Array)
            {
                samples.Add(name, member.Value.ToString());
            }
        }
    }
}
