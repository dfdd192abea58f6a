using System.Collections;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// Items in some 160 bytes each, a fifth of what they take as objects; each is made anew whenever it is asked for, in
/// about a microsecond. Names and ids that many items share are held once.
/// </summary>
internal sealed class PackedItems : IReadOnlyList<FlowItem>
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly SharedValues _shared;

    private PackedItems(byte[] bytes, int[] starts, SharedValues shared) =>
        (_bytes, _starts, _shared) = (bytes, starts, shared);

    public int Count => _starts.Length;

    public FlowItem this[int index]
    {
        get
        {
            using var reader = new ItemReader(new MemoryStream(_bytes, writable: false), _shared);
            return reader.ItemAt(_starts[index]);
        }
    }

    internal static PackedItems Of(IReadOnlyList<FlowItem> items)
    {
        var shared = new SharedValues();
        using var bytes = new MemoryStream();
        using var writer = new ItemWriter(bytes, shared);
        var starts = new int[items.Count];
        for (var index = 0; index < starts.Length; index++)
        {
            starts[index] = (int)bytes.Position;
            writer.Write(items[index]);
            writer.Flush();
        }

        return new(bytes.ToArray(), starts, shared);
    }

    public IEnumerator<FlowItem> GetEnumerator()
    {
        using var reader = new ItemReader(new MemoryStream(_bytes, writable: false), _shared);
        foreach (var start in _starts)
        {
            yield return reader.ItemAt(start);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The columns, people, agreements and names of causes of packed items, told by their places.</summary>
internal sealed class SharedValues
{
    private readonly List<object?> _values = [null];
    private readonly Dictionary<object, int> _places = [];

    internal object? this[int place] => _values[place];

    internal int PlaceOf(object? value)
    {
        if (value is null)
        {
            return 0;
        }

        if (!_places.TryGetValue(value, out var place))
        {
            place = _values.Count;
            _values.Add(value);
            _places[value] = place;
        }

        return place;
    }
}
