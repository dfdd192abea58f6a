namespace FlowPlatform.Board.Domain.Flow;

/// <summary>The hours in which a team works: Monday to Friday, from one time of the day to another, in a zone.</summary>
internal sealed record WorkingDay(TimeOnly From, TimeOnly To, TimeZoneInfo Zone)
{
    internal long Ticks => (To - From).Ticks;
}

/// <summary>
/// Working time between two instants: a second measure beside elapsed time, which it never replaces, for those who ask how
/// long something took while people were there. It knows no holidays. A question costs two binary searches.
/// </summary>
internal sealed class WorkingCalendar
{
    private readonly WorkingDay _day;
    private readonly List<long> _opens = [];
    private readonly List<long> _closes = [];
    private readonly List<long> _before = [];

    // For each UTC day since the first opening, which opening was the last before it: a time is found without a search.
    private readonly List<int> _lastBefore = [];

    /// <param name="day">The hours of a working day.</param>
    /// <param name="span">From the first instant to the last one that will be asked for.</param>
    internal WorkingCalendar(WorkingDay day, Window span)
    {
        _day = day;
        var sum = 0L;
        foreach (var date in new DisplayDays(new(span.From, span.To.AddDays(1)), day.Zone).All())
        {
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            var (opens, closes) = (Instant(date, day.From), Instant(date, day.To));
            _opens.Add(opens);
            _closes.Add(closes);
            _before.Add(sum);
            sum += closes - opens;
        }

        for (var (last, t) = (-1, First); last + 1 < _opens.Count; t += TimeSpan.TicksPerDay)
        {
            last = LastNotAfter(t, last);
            _lastBefore.Add(last);
        }
    }

    private long First => _opens.Count == 0 ? 0 : _opens[0];

    /// <summary>Working time in [from, to), in ticks.</summary>
    internal long Ticks(DateTimeOffset from, DateTimeOffset to) => Ticks(from.UtcTicks, to.UtcTicks);

    /// <summary>Working time as working days, so that a day's work is one day.</summary>
    internal TimeSpan Days(long from, long to) => TimeSpan.FromDays((double)Ticks(from, to) / _day.Ticks);

    private long Ticks(long from, long to) => Until(to) - Until(from);

    private long Until(long t)
    {
        if (t < First || _opens.Count == 0)
        {
            return 0;
        }

        var day = Math.Min((int)((t - First) / TimeSpan.TicksPerDay), _lastBefore.Count - 1);
        var last = LastNotAfter(t, _lastBefore[day]);
        return _before[last] + Math.Min(t, _closes[last]) - _opens[last];
    }

    private int LastNotAfter(long t, int from)
    {
        while (from + 1 < _opens.Count && _opens[from + 1] <= t)
        {
            from++;
        }

        return from;
    }

    private long Instant(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        while (_day.Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return local.Ticks - _day.Zone.GetUtcOffset(local).Ticks;
    }
}
