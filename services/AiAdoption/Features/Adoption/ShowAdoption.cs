using FlowPlatform.AiAdoption.Domain.Privacy;
using FlowPlatform.AiAdoption.Domain.Usage;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.AiAdoption.Features.Adoption;

/// <summary>Adoption in a group and a closed period of 28 days.</summary>
/// <param name="Group">"organisation" or "team:{id}".</param>
/// <param name="Population">Eligible people in the group; null where even that is too few to say.</param>
/// <param name="MonthlyActive">People with at least one qualifying act in the period.</param>
/// <param name="AdoptionRate">MonthlyActive / Population, from 0 to 1.</param>
/// <param name="Passive">Seat holders with an exposure and no qualifying act.</param>
public sealed record AdoptionResponse(
    string Group,
    DateOnly FirstDay,
    DateOnly LastDay,
    int? Population,
    Figure MonthlyActive,
    double? AdoptionRate,
    Figure Passive
);

/// <summary>A count, or the reason why it is withheld: GroupTooSmall, ComplementTooSmall, Unanimous or Subtraction.</summary>
public sealed record Figure(int? Value, string? SuppressedBecause);

/// <summary>Shows group figures; never one about fewer than five people, nor one from which such could be worked out.</summary>
internal static class ShowAdoption
{
    private const string Organisation = "organisation";
    private const string TeamPrefix = "team:";

    internal static void MapAdoption(this RouteGroupBuilder ai)
    {
        ai.MapGet("/adoption", Handle)
            .WithName(nameof(ShowAdoption))
            .WithSummary("Adoption of a group: 'organisation' or 'team:{id}', in the newest closed period.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal static async Task<Results<Ok<AdoptionResponse>, ProblemHttpResult>> Handle(
        [FromQuery] string? group,
        FigureReader figures,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!TryReadTeam(group ?? Organisation, out var teamId))
        {
            return Problems.Field("group", "is neither 'organisation' nor 'team:{id}'").ToProblem();
        }

        var population = await figures.PopulationAsync(teamId, ct);
        if (population is null)
        {
            return new Error("ai.no-such-group", "There is no such team.", ErrorKind.NotFound).ToProblem();
        }

        var canonical = teamId is null ? Organisation : $"{TeamPrefix}{teamId}";
        var (first, last) = ReleaseGrid.PeriodClosedBefore(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var active = await figures.ReleaseAsync("monthly-active", canonical, population, first, last, ct);
        var passive = await figures.ReleaseAsync("passive", canonical, population, first, last, ct);
        var size = population.Group.Count < PublicationGate.K ? (int?)null : population.Group.Count;
        return TypedResults.Ok(
            new AdoptionResponse(
                canonical,
                first,
                last,
                size,
                active,
                active.Value is { } count ? (double)count / size : null,
                passive
            )
        );
    }

    /// <summary>The team that the group names, null for the organisation; false where it names neither.</summary>
    private static bool TryReadTeam(string group, out Guid? teamId)
    {
        var isTeam =
            Guid.TryParse(group.AsSpan(Math.Min(TeamPrefix.Length, group.Length)), out var id)
            && group.StartsWith(TeamPrefix, StringComparison.Ordinal);
        teamId = isTeam ? id : null;
        return isTeam || group == Organisation;
    }
}
