using System.Runtime.InteropServices;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>When a count rises and when it falls, each ascending, in ticks; what never ends has no fall.</summary>
internal sealed record Turns(long[] Rises, long[] Falls)
{
    /// <summary>The time of all intervals within the window, in ticks, exactly.</summary>
    internal long TimeWithin(Window window)
    {
        var (from, to) = (window.From.UtcTicks, window.To.UtcTicks);
        var sum = 0L;
        // The nth fall is never before the nth rise, whichever belong together: each term is a time, and the sum is the same.
        for (var index = 0; index < Rises.Length; index++)
        {
            var fall = index < Falls.Length ? Math.Clamp(Falls[index], from, to) : to;
            sum += fall - Math.Clamp(Rises[index], from, to);
        }

        return sum;
    }
}

/// <summary>Intervals as they are collected; one that is empty changes nothing, and is left out.</summary>
internal sealed class OpenTurns
{
    private readonly List<long> _rises = [];
    private readonly List<long> _falls = [];

    internal void Add(DateTimeOffset from, DateTimeOffset? to)
    {
        var (rise, fall) = (from.UtcTicks, to?.UtcTicks ?? long.MaxValue);
        if (rise >= fall)
        {
            return;
        }

        _rises.Add(rise);
        if (fall < long.MaxValue)
        {
            _falls.Add(fall);
        }
    }

    internal Turns Sorted() => new(Runs.Sorted(_rises), Runs.Sorted(_falls));

    /// <summary>Collects intervals by a key.</summary>
    internal static OpenTurns Under<TKey>(Dictionary<TKey, OpenTurns> groups, TKey key)
        where TKey : notnull
    {
        ref var of = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        return of ??= new OpenTurns();
    }

    internal static Dictionary<TKey, Turns> Sorted<TKey>(Dictionary<TKey, OpenTurns> groups)
        where TKey : notnull => groups.ToDictionary(group => group.Key, group => group.Value.Sorted());
}
