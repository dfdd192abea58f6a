using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// What a measure ranges over: the window [from, to), the last 90 days when left out; a zone for days, UTC else.
/// </summary>
public readonly record struct MetricsQuery(
    [property: FromQuery(Name = "from")] DateTimeOffset? From,
    [property: FromQuery(Name = "to")] DateTimeOffset? To,
    [property: FromQuery(Name = "zone")] string? Zone,
    [property: FromQuery(Name = "category")] WorkCategory? Category,
    [property: FromQuery(Name = "classOfService")] ClassOfService? ClassOfService
)
{
    private const int DefaultDays = 90;
    private const int MostDays = 3_660;

    internal FlowFilter Filter => new(Category, ClassOfService);

    internal Result<DisplayDays> Resolve(DateTimeOffset now)
    {
        var to = To?.ToUniversalTime() ?? now;
        var window = new Window(From?.ToUniversalTime() ?? to.AddDays(-DefaultDays), to);
        if (window.Length <= TimeSpan.Zero || window.Length > TimeSpan.FromDays(MostDays))
        {
            return Problems.Field("from", $"The window must be longer than nothing and at most {MostDays} days.");
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(Zone ?? "UTC", out var zone)
            ? new DisplayDays(window, zone)
            : Problems.Field("zone", "No such time zone; give an IANA name such as Europe/Berlin.");
    }
}

/// <summary>The half-open window that a measure was taken over, and the zone in which its days are counted.</summary>
public sealed record WindowResponse(DateTimeOffset From, DateTimeOffset To, string Zone)
{
    internal static WindowResponse Of(FlowSample flow) => new(flow.Window.From, flow.Window.To, flow.Days.Zone.Id);
}

/// <summary>Percentiles by nearest rank, in days. Below ten values they are not told.</summary>
public sealed record DistributionResponse(
    int Count,
    bool TooFew,
    double? P50Days,
    double? P85Days,
    double? P95Days,
    double? MeanDays
)
{
    internal static DistributionResponse Of(IEnumerable<TimeSpan> times) => Of(Distribution.Of(times));

    internal static DistributionResponse Of(Distribution of) =>
        new(of.Count, of.TooFew, of.P50?.TotalDays, of.P85?.TotalDays, of.P95?.TotalDays, of.Mean?.TotalDays);
}
