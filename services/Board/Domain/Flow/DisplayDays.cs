namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// The days that a window touches in a named time zone. Zones are for display: all else counts in UTC instants.
/// </summary>
internal sealed record DisplayDays(Window Window, TimeZoneInfo Zone)
{
    internal DateOnly DayOf(DateTimeOffset t) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(t, Zone).DateTime);

    internal IEnumerable<DateOnly> All()
    {
        var last = DayOf(Window.To.AddTicks(-1));
        for (var day = DayOf(Window.From); day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>The first instant of a day in the zone, also where its clocks jump at midnight.</summary>
    internal DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
