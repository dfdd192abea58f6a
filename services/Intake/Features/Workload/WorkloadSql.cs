using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Workload;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Workload;

/// <summary>Open requests that are alike in everything the workload is broken down by.</summary>
internal sealed record OpenGroup(int Band, Guid CustomerId, string Category, string Practice, int Open);

internal static class WorkloadSql
{
    public static Task<List<OpenGroup>> OpenAsync(DateTimeOffset asOf, IntakeDbContext db, CancellationToken ct)
    {
        // The first instants of the bands, oldest first: width_bucket counts from the oldest.
        DateTimeOffset[] bounds =
        [
            .. WorkloadRules.AgeBands.SkipLast(1).Reverse().Select(band => asOf.AddDays(-band.UpToDays)),
        ];
        return db
            .Database.SqlQuery<OpenGroup>(
                $"""
                SELECT {bounds.Length} - width_bucket(submitted_at, {bounds}) AS "Band", customer_id AS "CustomerId",
                  category AS "Category", practice AS "Practice", count(*)::int AS "Open"
                FROM (
                  SELECT submitted_at, customer_id, category, practice FROM work_request
                  WHERE status IN ('Submitted', 'Triaged', 'Committed', 'InProgress') AND submitted_at <= {asOf}
                  UNION ALL
                  SELECT submitted_at, customer_id, category, practice FROM work_request
                  WHERE ended_at > {asOf} AND submitted_at <= {asOf}
                ) AS open_then
                GROUP BY 1, 2, 3, 4
                """
            )
            .ToListAsync(ct);
    }

    public static async Task<List<WeekOfFlow>> WeeksAsync(WeekSpan span, IntakeDbContext db, CancellationToken ct)
    {
        var counted = await db
            .Database.SqlQuery<WeekOfFlow>(
                $"""
                SELECT (week_at AT TIME ZONE {span.Zone})::date AS "Week", sum(arrivals)::int AS "Arrivals",
                  sum(departures)::int AS "Departures", sum(removals)::int AS "Removals"
                FROM (
                  SELECT date_trunc('week', submitted_at, {span.Zone}) AS week_at, 1 AS arrivals, 0 AS departures, 0 AS removals
                  FROM work_request WHERE submitted_at >= {span.From} AND submitted_at < {span.To}
                  UNION ALL
                  SELECT date_trunc('week', ended_at, {span.Zone}), 0, (finished_at IS NOT NULL)::int, (finished_at IS NULL)::int
                  FROM work_request WHERE ended_at >= {span.From} AND ended_at < {span.To}
                ) AS flow
                GROUP BY 1
                """
            )
            .ToDictionaryAsync(week => week.Week, ct);
        List<WeekOfFlow> weeks = [];
        for (var week = span.FirstWeek; week <= span.CurrentWeek; week = week.AddDays(7))
        {
            weeks.Add(counted.GetValueOrDefault(week) ?? new WeekOfFlow(week, 0, 0, 0));
        }

        return weeks;
    }
}
