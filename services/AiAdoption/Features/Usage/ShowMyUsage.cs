using FlowPlatform.AiAdoption.Data;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.AiAdoption.Features.Usage;

/// <summary>A person's own use of AI tools in the last 28 days. Nobody else can read it, in any role.</summary>
/// <param name="ActiveDays">Days with at least one qualifying act.</param>
/// <param name="Acts">Qualifying acts: prompts sent, suggestions applied, tasks given to agents.</param>
/// <param name="Exposures">What tools showed by themselves.</param>
public sealed record MyUsage(
    int ActiveDays,
    int Acts,
    int Exposures,
    IReadOnlyList<MyToolUsage> Tools,
    IReadOnlyList<string> Seats
);

/// <summary>The own use of one tool.</summary>
public sealed record MyToolUsage(string Tool, int Acts, DateOnly LastDay);

internal static class ShowMyUsage
{
    private const int Days = 28;

    internal static void MapMyUsage(this RouteGroupBuilder ai) =>
        ai.MapGet("/me", Handle).WithName(nameof(ShowMyUsage)).WithSummary("Shows your own use, to you alone.");

    internal static async Task<Ok<MyUsage>> Handle(
        AiAdoptionDbContext db,
        Pseudonyms pseudonyms,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var me = await pseudonyms.OfAsync(user.Id, ct);
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Days);
        var days = await db
            .DailyUsage.AsNoTracking()
            .Where(usage => usage.Pseudonym == me && usage.Day >= since)
            .ToListAsync(ct);
        var seats = await db
            .Seats.AsNoTracking()
            .Where(seat => seat.Pseudonym == me)
            .Select(seat => seat.Tool)
            .Order()
            .ToListAsync(ct);
        return TypedResults.Ok(
            new MyUsage(
                days.Where(day => day.Acts > 0).Select(day => day.Day).Distinct().Count(),
                days.Sum(day => day.Acts),
                days.Sum(day => day.Exposures),
                [
                    .. days.GroupBy(day => day.Tool, StringComparer.Ordinal)
                        .Select(tool => new MyToolUsage(tool.Key, tool.Sum(day => day.Acts), tool.Max(day => day.Day)))
                        .OrderByDescending(tool => tool.Acts),
                ],
                seats
            )
        );
    }
}
