using FlowPlatform.Intake.Domain.Workload;

namespace FlowPlatform.Intake.Features.Workload;

/// <summary>Whole weeks of a time zone up to and including the present one, as instants [From, To).</summary>
internal sealed record WeekSpan(
    DateTimeOffset From,
    DateTimeOffset To,
    DateOnly FirstWeek,
    DateOnly CurrentWeek,
    string Zone
)
{
    public static WeekSpan Ending(DateTimeOffset asOf, int weeks, TimeZoneInfo zone)
    {
        var current = WorkloadRules.MondayOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(asOf, zone).DateTime));
        var first = current.AddDays(-7 * weeks);
        return new WeekSpan(Begin(first, zone), Begin(current.AddDays(7), zone), first, current, zone.Id);
    }

    private static DateTimeOffset Begin(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
