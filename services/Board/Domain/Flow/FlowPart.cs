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

    private FlowPart(IReadOnlyList<FlowItem> items, IReadOnlyList<FlowItem> finished, bool isWhole)
    {
        (Items, Finished, IsWhole) = (items, finished, isWhole);
        _span = isWhole ? Span(items) : default;
    }

    internal IReadOnlyList<FlowItem> Items { get; }

    /// <summary>Those finished in the window, in the order of f.</summary>
    internal IReadOnlyList<FlowItem> Finished { get; }

    /// <summary>Whether all of it ended within the window.</summary>
    internal bool IsWhole { get; }

    /// <summary>What ended in a month; to be used where <see cref="IsWithin"/> says so.</summary>
    internal static FlowPart Month(IEnumerable<FlowItem> ended)
    {
        FlowItem[] items = [.. ended.OrderBy(item => item.EndedAt)];
        var isAllFinished = Array.TrueForAll(items, item => item.FinishedAt is not null);
        return new(items, isAllFinished ? items : [.. items.Where(item => item.FinishedAt is not null)], isWhole: true);
    }

    /// <summary>Any items that were on the board in the window.</summary>
    internal static FlowPart Of(IReadOnlyList<FlowItem> items, Window window) =>
        new(
            items,
            [.. items.Where(item => window.Contains(item.FinishedAt)).OrderBy(item => item.FinishedAt)],
            isWhole: false
        );

    /// <summary>Whether every item of a month was committed before the window's end and ended within it.</summary>
    internal bool IsWithin(Window window) => _span.From >= window.From && _span.To < window.To;

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

    /// <summary>From the first end to the last instant of all, with what was committed after its end by an import.</summary>
    private static Window Span(IReadOnlyList<FlowItem> items)
    {
        if (items.Count == 0)
        {
            return new(DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        }

        var (first, last) = (items[0].EndedAt ?? default, items[^1].EndedAt ?? default);
        var committed = items.Max(item => item.CommittedAt);
        return new(first, committed > last ? committed : last);
    }
}
