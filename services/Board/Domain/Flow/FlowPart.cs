using System.Collections.Concurrent;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// Items that the measures take together: what ended within one month, or what was on the board at the end of a window.
/// A measure makes something of each part and merges that. A month whose items all lie in the window is one whole part:
/// it does not know the window, so that what was made of it is kept with it and serves every window around it.
/// </summary>
internal sealed class FlowPart
{
    private readonly ConcurrentDictionary<Type, (object? For, object Value)> _made = [];
    private readonly Window _span;

    private readonly long[]? _ends;

    // Those finished in the window; in a month those abandoned too, so that nothing is held twice.
    private readonly IReadOnlyList<FlowItem> _ended;

    private FlowPart(IReadOnlyList<FlowItem> items, IReadOnlyList<FlowItem> finished) =>
        (Items, _ended, FinishedCount) = (items, finished, finished.Count);

    private FlowPart(FlowItem[] ended)
    {
        Items = PackedItems.Of(ended);
        _ended = Items;
        FinishedCount = ended.Count(item => item.FinishedAt is not null);
        _ends = [.. ended.Select(item => item.EndedAt!.Value.UtcTicks)];
        _span = Span(ended);
    }

    internal IReadOnlyList<FlowItem> Items { get; }

    /// <summary>Those finished in the window, in the order of f.</summary>
    internal IEnumerable<FlowItem> Finished => _ended.Where(item => item.FinishedAt is not null);

    internal int FinishedCount { get; }

    /// <summary>Whether all of it ended within the window.</summary>
    internal bool IsWhole => _ends is not null;

    /// <summary>What ended in a month; to be used where <see cref="IsWithin"/> says so.</summary>
    internal static FlowPart Month(IEnumerable<FlowItem> ended) => new([.. ended.OrderBy(item => item.EndedAt)]);

    /// <summary>Any items that were on the board in the window.</summary>
    internal static FlowPart Of(IReadOnlyList<FlowItem> items, Window window) =>
        new(items, [.. items.Where(item => window.Contains(item.FinishedAt)).OrderBy(item => item.FinishedAt)]);

    /// <summary>Whether every item of a month was committed before the window's end and ended within it.</summary>
    internal bool IsWithin(Window window) => _span.From >= window.From && _span.To < window.To;

    /// <summary>Of a month: the items that ended within the window. Costs as many.</summary>
    internal IEnumerable<FlowItem> EndedIn(Window window) =>
        Enumerable.Range(EndedBefore(window.From), Runs.Within(_ends ?? [], window)).Select(index => Items[index]);

    /// <summary>Of a month: how many ended before an instant; these stand first.</summary>
    internal int EndedBefore(DateTimeOffset t) => Runs.UpTo(_ends ?? [], t.UtcTicks - 1);

    /// <summary>The last so many of the finished, the latest first. Costs as many.</summary>
    internal IEnumerable<FlowItem> Latest(int count) =>
        Enumerable
            .Range(1, _ended.Count)
            .Select(fromEnd => _ended[_ended.Count - fromEnd])
            .Where(item => item.FinishedAt is not null)
            .Take(count);

    /// <summary>What a measure makes of this part: made once, and never changed.</summary>
    internal T Made<T>(Func<FlowPart, T> make)
        where T : class => Made(null, make);

    /// <summary>The same where it also depends on the definition of workflow; only the latest is kept.</summary>
    internal T Made<T>(object? of, Func<FlowPart, T> make)
        where T : class
    {
        if (_made.TryGetValue(typeof(T), out var known) && ReferenceEquals(known.For, of))
        {
            return (T)known.Value;
        }

        var made = make(this);
        _made[typeof(T)] = (of, made);
        return made;
    }

    /// <summary>From the first end to the last, or to the last commitment should an import tell of a later one.</summary>
    private static Window Span(FlowItem[] items)
    {
        if (items.Length == 0)
        {
            return new(DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        }

        var (first, last) = (items[0].EndedAt ?? default, items[^1].EndedAt ?? default);
        var committed = items.Max(item => item.CommittedAt);
        return new(first, committed > last ? committed : last);
    }
}
