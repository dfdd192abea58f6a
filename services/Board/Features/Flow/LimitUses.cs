using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// How the limits were used. WithoutAvatar is how many items in progress at the end of the window nobody had an avatar on.
/// </summary>
public sealed record LimitUseResponse(
    WindowResponse Window,
    IReadOnlyList<LimitUseRow> Limits,
    IReadOnlyList<PersonUseRow> Persons,
    int WithoutAvatar
);

/// <summary>
/// A limit: time-weighted occupancy / limit as a ratio of integrals, and the share of the time that it was full, both
/// against the limit in force at each instant. PresentLimit is null where it is gone.
/// </summary>
public sealed record LimitUseRow(
    string Kind,
    string Scope,
    int? PresentLimit,
    double? Use,
    double? ShareOfTimeFull,
    double AverageOccupancy
);

/// <summary>
/// The avatars of a person on this board, against the personal limit. Name is null for somebody of an imported history, whom
/// nobody here knows.
/// </summary>
public sealed record PersonUseRow(
    Guid PersonId,
    string? Name,
    double? Use,
    double? ShareOfTimeFull,
    double AverageAvatars
);

internal static class LimitUses
{
    internal static void MapLimitUse(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/limit-use", Handle).WithName("GetLimitUse");

    /// <summary>How far each limit was used: columns, groups, categories, classes, expedite and persons.</summary>
    internal static async Task<Results<Ok<LimitUseResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        var read = await measures.ReadAsync(boardId, query, ct);
        if (read.IsRefused)
        {
            return read.Error.ToProblem();
        }

        var persons = LimitUse.OfPersons(read.Value).OrderByDescending(person => person.Use.Use).ToList();
        var ids = persons.ConvertAll(person => person.PersonId);
        var names = await db
            .People.Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, ct);
        return TypedResults.Ok(Answer(read.Value, persons, names));
    }

    private static LimitUseResponse Answer(
        FlowSample flow,
        List<(Guid PersonId, LimitUse Use)> persons,
        Dictionary<Guid, string> names
    ) =>
        new(
            WindowResponse.Of(flow),
            [
                .. LimitUse
                    .Of(flow)
                    .Select(use => new LimitUseRow(
                        use.Kind.ToString(),
                        use.Scope,
                        use.PresentLimit,
                        use.Use,
                        use.ShareOfTimeFull,
                        use.AverageOccupancy
                    )),
            ],
            [
                .. persons.Select(person => new PersonUseRow(
                    person.PersonId,
                    names.GetValueOrDefault(person.PersonId),
                    person.Use.Use,
                    person.Use.ShareOfTimeFull,
                    person.Use.AverageOccupancy
                )),
            ],
            flow.InProgressAtEnd.Count(item =>
                !item.Holdings.Any(holding => holding.From <= flow.Window.To && !(holding.To <= flow.Window.To))
            )
        );
}
