namespace FlowPlatform.Intake.Domain.Workload;

/// <summary>What came and what went in a week that begins on Monday. Departures were delivered; removals ended undelivered.</summary>
public sealed record WeekOfFlow(DateOnly Week, int Arrivals, int Departures, int Removals);

/// <summary>How long the open work would take. Weeks is null where nothing was delivered: then it would never be done.</summary>
/// <param name="DeparturesPerWeek">Mean over the whole weeks looked at, weeks of none included.</param>
public sealed record TimeToClear(double DeparturesPerWeek, double ArrivalsPerWeek, double? Weeks);

internal static class WorkloadRules
{
    /// <summary>Upper bounds in days: an age of seven days to the tick is still in the first band.</summary>
    public static readonly IReadOnlyList<(string Name, int UpToDays)> AgeBands =
    [
        ("under 1 week", 7),
        ("1 to 4 weeks", 28),
        ("4 to 12 weeks", 84),
        ("12 to 52 weeks", 364),
        ("over 52 weeks", int.MaxValue),
    ];

    /// <summary>At today's throughput and without new arrivals. Only whole weeks count: the running one would understate both rates.</summary>
    public static TimeToClear Clear(int open, IReadOnlyList<WeekOfFlow> weeks, DateOnly currentWeek)
    {
        var whole = weeks.Where(week => week.Week < currentWeek).ToList();
        var departures = whole.Count == 0 ? 0 : whole.Average(week => week.Departures);
        var arrivals = whole.Count == 0 ? 0 : whole.Average(week => week.Arrivals);
        double? needed =
            open == 0 ? 0
            : departures > 0 ? open / departures
            : null;
        return new TimeToClear(departures, arrivals, needed);
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
