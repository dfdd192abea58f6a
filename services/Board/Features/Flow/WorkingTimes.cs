using FlowPlatform.Board.Data.Flow;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>When the working day begins and ends in the zone: from 9 to 17 o'clock when left out.</summary>
public readonly record struct WorkingDayQuery(
    [property: FromQuery(Name = "dayFrom")] TimeOnly? DayFrom,
    [property: FromQuery(Name = "dayTo")] TimeOnly? DayTo
);

/// <summary>
/// The times of the items finished in the window as working time, in working days: a second measure, named by its
/// Calendar, never to be mixed with elapsed time. Causes account for the latest Accounted items; they add up to
/// LeadTimeTicks exactly.
/// </summary>
public sealed record WorkingTimeResponse(
    WindowResponse Window,
    string Calendar,
    DistributionResponse CycleTime,
    DistributionResponse LeadTime,
    DistributionResponse WaitingForAgreement,
    int Accounted,
    long LeadTimeTicks,
    IReadOnlyList<WorkingCause> Causes
);

/// <summary>Working time with one cause; ticks are of 100 ns.</summary>
public sealed record WorkingCause(string Class, string? Reason, long Ticks);

internal static class WorkingTimes
{
    private const int MostAccounts = 200;

    internal static void MapWorkingTimes(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/working-time", Handle).WithName("GetWorkingTime");

    /// <summary>
    /// Cycle and lead times, waiting for agreement and the waste account by the working calendar: Monday to Friday, holidays
    /// not known. Elapsed time remains the measure that everything else is told in.
    /// </summary>
    internal static async Task<Results<Ok<WorkingTimeResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        [AsParameters] WorkingDayQuery hours,
        Measures measures,
        FlowPieces pieces,
        CancellationToken ct
    )
    {
        var (from, to) = (hours.DayFrom ?? new TimeOnly(9, 0), hours.DayTo ?? new TimeOnly(17, 0));
        if (from >= to)
        {
            return Problems.Field("dayTo", "The working day ends after it begins.").ToProblem();
        }

        var read = await measures.ReadAsync(boardId, query, ct);
        if (read.IsRefused)
        {
            return read.Error.ToProblem();
        }

        var flow = read.Value;
        var latest = flow.LatestFinished(MostAccounts);
        var opened = await pieces.OfAsync(latest, flow.Workflows, flow.Window.To, ct);
        return TypedResults.Ok(Answer(flow, new(from, to, flow.Days.Zone), [.. opened.Values]));
    }

    private static WorkingTimeResponse Answer(FlowSample flow, WorkingDay day, List<IReadOnlyList<TimePiece>> accounts)
    {
        List<FinishedTimes> finished = [.. flow.Parts.Select(part => part.Made(FinishedTimes.Of))];
        var calendar = new WorkingCalendar(day, new(Earliest(finished, flow.Window.From), flow.Window.To));
        var causes = accounts
            .SelectMany(account => account)
            .GroupBy(piece => (piece.Class, piece.Reason))
            .Select(cause => new WorkingCause(
                cause.Key.Class.ToString(),
                cause.Key.Reason,
                cause.Sum(piece => calendar.Ticks(piece.From, piece.To))
            ))
            .ToList();
        return new(
            WindowResponse.Of(flow),
            $"Monday to Friday, {day.From:HH:mm} to {day.To:HH:mm}, {day.Zone.Id}; holidays not taken out",
            Of(part => part.Started, part => part.Finished),
            Of(part => part.Committed, part => part.Finished),
            Of(part => part.Accepted, part => part.Committed),
            accounts.Count,
            causes.Sum(cause => cause.Ticks),
            [.. causes.OrderByDescending(cause => cause.Ticks)]
        );

        DistributionResponse Of(Func<FinishedTimes, long[]> from, Func<FinishedTimes, long[]> to) =>
            DistributionResponse.Of(finished.SelectMany(part => Days(calendar, from(part), to(part))));
    }

    private static IEnumerable<TimeSpan> Days(WorkingCalendar calendar, long[] from, long[] to)
    {
        for (var index = 0; index < from.Length; index++)
        {
            if (from[index] != FinishedTimes.NeverStarted)
            {
                yield return calendar.Days(from[index], to[index]);
            }
        }
    }

    private static DateTimeOffset Earliest(List<FinishedTimes> finished, DateTimeOffset otherwise)
    {
        var earliest = finished
            .Where(part => part.Finished.Length > 0)
            .Select(part => Math.Min(part.Accepted.Min(), part.Committed.Min()));
        return new(earliest.Append(otherwise.UtcTicks).Min(), TimeSpan.Zero);
    }
}
