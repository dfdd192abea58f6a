namespace FlowPlatform.AiAdoption.Domain.Usage;

/// <summary>
/// The fixed grid of periods for which figures are released: 28 closed days that end on a Sunday (UTC). Moving a window by a day, to
/// subtract one figure from the next, is not possible.
/// </summary>
internal static class ReleaseGrid
{
    public const int Days = 28;

    /// <summary>The newest period that is closed on the given day: first and last day, both included.</summary>
    public static (DateOnly First, DateOnly Last) PeriodClosedBefore(DateOnly today)
    {
        var sinceSunday = today.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)today.DayOfWeek;
        var last = today.AddDays(-sinceSunday);
        return (last.AddDays(1 - Days), last);
    }
}
