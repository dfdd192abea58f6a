using FlowPlatform.Board.Domain.Flow;
using Microsoft.AspNetCore.Http.HttpResults;

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

/// <summary>The avatars of a person on this board, against the personal limit.</summary>
public sealed record PersonUseRow(Guid PersonId, double? Use, double? ShareOfTimeFull, double AverageAvatars);

internal static class LimitUses
{
    internal static void MapLimitUse(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/limit-use", Handle).WithName("GetLimitUse");

    /// <summary>How far each limit was used: columns, groups, categories, classes, expedite and persons.</summary>
    internal static Task<Results<Ok<LimitUseResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, Answer, ct);

    private static LimitUseResponse Answer(FlowSample flow) =>
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
                .. LimitUse
                    .OfPersons(flow)
                    .OrderByDescending(person => person.Use.Use)
                    .Select(person => new PersonUseRow(
                        person.PersonId,
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
