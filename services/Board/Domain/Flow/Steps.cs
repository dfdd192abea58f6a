namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// A count that rises at some instants and falls at others, such as WIP(t) = #{s ≤ t} − #{end ≤ t}. Each question
/// about an instant costs two binary searches.
/// </summary>
internal sealed class Steps
{
    private readonly long[] _rises;
    private readonly long[] _falls;

    private Steps(long[] rises, long[] falls) => (_rises, _falls) = (rises, falls);

    /// <summary>Of intervals [from, to); one without end never falls.</summary>
    internal static Steps Of(IEnumerable<(DateTimeOffset From, DateTimeOffset? To)> intervals)
    {
        var open = new OpenTurns();
        foreach (var (from, to) in intervals)
        {
            open.Add(from, to);
        }

        return Of([open.Sorted()]);
    }

    /// <summary>Of intervals in groups; see <see cref="Runs.Merge"/> for what it costs.</summary>
    internal static Steps Of(IReadOnlyList<Turns> turns) =>
        new(Runs.Merge([.. turns.Select(of => of.Rises)]), Runs.Merge([.. turns.Select(of => of.Falls)]));

    internal int At(DateTimeOffset t) => Runs.UpTo(_rises, t.UtcTicks) - Runs.UpTo(_falls, t.UtcTicks);

    /// <summary>The pieces of a window in which the count is constant, in order.</summary>
    internal IEnumerable<(Window Piece, int Count)> Pieces(Window window)
    {
        var from = window.From.UtcTicks;
        var end = window.To.UtcTicks;
        var (rise, fall) = (Runs.UpTo(_rises, from), Runs.UpTo(_falls, from));
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
        var (rise, fall) = (Runs.UpTo(_rises, from), Runs.UpTo(_falls, from));
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
}
