namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>The first different texts of each column, in the order in which columns and texts were met.</summary>
internal sealed class SampleSet
{
    private const int MostColumns = 500;

    private readonly Dictionary<string, List<string>> _samples = new(StringComparer.OrdinalIgnoreCase);

    public SampleSet(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            _samples.TryAdd(name.Trim(), []);
        }
    }

    public IReadOnlyList<OutlineColumn> Columns => [.. _samples.Select(one => new OutlineColumn(one.Key, one.Value))];

    public void Add(string name, SourceEncoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding.TryDecode(bytes, out var text))
        {
            Add(name.Trim(), text);
        }
    }

    public void Add(string name, string text)
    {
        if (!_samples.TryGetValue(name, out var known))
        {
            if (_samples.Count >= MostColumns)
            {
                return;
            }

            _samples[name] = known = [];
        }

        var shown = RowText.Shown(text.Trim());
        if (shown.Length > 0 && known.Count < FileOutline.MostSamples && !known.Contains(shown))
        {
            known.Add(shown);
        }
    }
}
