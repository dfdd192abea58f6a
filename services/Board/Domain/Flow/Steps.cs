namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// A count that rises at some instants and falls at others, such as WIP(t) = #{s ≤ t} − #{end ≤ t}. Built once by
/// sorting; each question then costs two binary searches.
/// </summary>
internal sealed class Steps
{
    private readonly long[] _rises;
    private readonly long[] _falls;

    private Steps(long[] rises, long[] falls)
    {
        Array.Sort(rises);
        Array.Sort(falls);
        (_rises, _falls) = (rises, falls);
    }

    /// <summary>Of intervals [from, to); one without end never falls.</summary>
    internal static Steps Of(IEnumerable<(DateTimeOffset From, DateTimeOffset? To)> intervals)
    {
        var turns = new Turns([], []);
        foreach (var (from, to) in intervals)
        {
            turns.Add(from, to);
        }

        return Of([turns]);
    }

    internal static Steps Of(IReadOnlyList<Turns> turns) =>
        new([.. turns.SelectMany(of => of.Rises)], [.. turns.SelectMany(of => of.Falls)]);

    internal int At(DateTimeOffset t) => UpTo(_rises, t.UtcTicks) - UpTo(_falls, t.UtcTicks);

    /// <summary>The pieces of a window in which the count is constant, in order.</summary>
    internal IEnumerable<(Window Piece, int Count)> Pieces(Window window)
    {
        var from = window.From.UtcTicks;
        var end = window.To.UtcTicks;
        var (rise, fall) = (UpTo(_rises, from), UpTo(_falls, from));
        while (from < end)
        {
            var next = Math.Min(end, Math.Min(ValueAt(_rises, rise), ValueAt(_falls, fall)));
            yield return (new(At(from), At(next)), rise - fall);
            rise = Past(_rises, rise, next);
            fall = Past(_falls, fall, next);
            from = next;
        }
    }

    /// <summary>∫ count dt over a window, and for how long the count was at least a limit; both in ticks.</summary>
    internal (double Occupied, long Full) Sum(Window window, int limit)
    {
        var (from, end) = (window.From.UtcTicks, window.To.UtcTicks);
        var (rise, fall) = (UpTo(_rises, from), UpTo(_falls, from));
        var (occupied, full) = (0.0, 0L);
        while (from < end)
        {
            var next = Math.Min(end, Math.Min(ValueAt(_rises, rise), ValueAt(_falls, fall)));
            occupied += (double)(rise - fall) * (next - from);
            full += rise - fall >= limit ? next - from : 0;
            (rise, fall, from) = (Past(_rises, rise, next), Past(_falls, fall, next), next);
        }

        return (occupied, full);
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private static long ValueAt(long[] ascending, int index) =>
        index < ascending.Length ? ascending[index] : long.MaxValue;

    private static int Past(long[] ascending, int index, long t)
    {
        while (index < ascending.Length && ascending[index] <= t)
        {
            index++;
        }

        return index;
    }

    private static int UpTo(long[] ascending, long t)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] <= t ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>When counts rise and fall, in ticks: comparing instants costs several times as much.</summary>
internal sealed record Turns(List<long> Rises, List<long> Falls)
{
    /// <summary>An interval [from, to); one that is empty is none, one without end never falls.</summary>
    internal void Add(DateTimeOffset from, DateTimeOffset? to)
    {
        var (rise, fall) = (from.UtcTicks, to?.UtcTicks ?? long.MaxValue);
        if (rise < fall)
        {
            Rises.Add(rise);
            if (fall < long.MaxValue)
            {
                Falls.Add(fall);
            }
        }
    }
}
