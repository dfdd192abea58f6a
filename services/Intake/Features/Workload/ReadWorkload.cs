using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Domain.Workload;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Workload;

/// <summary>Which weeks, counted back from the one that asOf lies in, and in which zone a week begins.</summary>
internal readonly record struct WorkloadQuery(
    [property: FromQuery(Name = "weeks")] int? Weeks,
    [property: FromQuery(Name = "timeZone")] string? TimeZone,
    [property: FromQuery(Name = "asOf")] DateTimeOffset? AsOf
);

/// <summary>
/// The hidden workload. Open work is counted from the index of open requests (and, for an earlier instant, of what has ended since),
/// arrivals and departures from the indexes of their instants over the weeks asked for: neither grows with the history before them.
/// </summary>
internal static class ReadWorkload
{
    private const int DefaultWeeks = 12;
    private const int MostWeeks = 104;

    internal static void MapWorkload(this RouteGroupBuilder intake) =>
        intake.MapGet("/workload", Handle).WithName(nameof(ReadWorkload)).WithTags("Workload");

    internal static async Task<Results<Ok<WorkloadResponse>, ProblemHttpResult>> Handle(
        [AsParameters] WorkloadQuery query,
        IntakeDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var zone = query.TimeZone ?? "UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            return Problems.Field("timeZone", "is not an IANA time zone").ToProblem();
        }

        if (query.Weeks is < 1 or > MostWeeks)
        {
            return Problems.Field("weeks", $"is 1 to {MostWeeks}").ToProblem();
        }

        var asOf = (query.AsOf ?? clock.GetUtcNow()).ToUniversalTime();
        var span = WeekSpan.Ending(asOf, query.Weeks ?? DefaultWeeks, found);
        return TypedResults.Ok(await ReadAsync(asOf, span, zone, db, ct));
    }

    private static async Task<WorkloadResponse> ReadAsync(
        DateTimeOffset asOf,
        WeekSpan span,
        string zone,
        IntakeDbContext db,
        CancellationToken ct
    )
    {
        var groups = await WorkloadSql.OpenAsync(asOf, db, ct);
        var customers = await db.Customers.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        var weeks = await WorkloadSql.WeeksAsync(span, db, ct);
        var open = groups.Sum(group => group.Open);
        return new WorkloadResponse(
            open,
            [
                .. WorkloadRules.AgeBands.Select(
                    (band, i) => new ShareResponse(band.Name, null, SumOf(groups, g => g.Band == i))
                ),
            ],
            [
                .. groups
                    .GroupBy(g => g.CustomerId)
                    .Select(g => new ShareResponse(
                        customers.GetValueOrDefault(g.Key, "unknown"),
                        g.Key,
                        g.Sum(x => x.Open)
                    ))
                    .OrderByDescending(share => share.Open)
                    .ThenBy(share => share.Name, StringComparer.Ordinal),
            ],
            By<WorkCategory>(groups, g => g.Category),
            By<Practice>(groups, g => g.Practice),
            weeks,
            WorkloadRules.Clear(open, weeks, span.CurrentWeek),
            asOf,
            zone,
            AgeBandResponse.Until(asOf),
            [.. groups.Select(WorkloadCellResponse.Of)]
        );
    }

    private static ShareResponse[] By<T>(List<OpenGroup> groups, Func<OpenGroup, string> kind)
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => new ShareResponse(name, null, SumOf(groups, g => kind(g) == name)))];

    private static int SumOf(List<OpenGroup> groups, Func<OpenGroup, bool> isIn) => groups.Where(isIn).Sum(g => g.Open);
}
