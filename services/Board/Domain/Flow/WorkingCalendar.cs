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
    }

    /// <summary>Working time in [from, to), in ticks.</summary>
    internal long Ticks(DateTimeOffset from, DateTimeOffset to) => Until(to.UtcTicks) - Until(from.UtcTicks);

    /// <summary>Working time as working days, so that a day's work is one day.</summary>
    internal TimeSpan Days(DateTimeOffset from, DateTimeOffset to) =>
        TimeSpan.FromDays((double)Ticks(from, to) / _day.Ticks);

    private long Until(long t)
    {
        var found = _opens.BinarySearch(t);
        var last = found >= 0 ? found : ~found - 1;
        return last < 0 ? 0 : _before[last] + Math.Min(t, _closes[last]) - _opens[last];
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
