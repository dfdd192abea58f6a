using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Places an avatar on a card; a second person's makes a pair.</summary>
/// <param name="PersonId">Whose avatar; one's own when left out. Only a team lead may name another member.</param>
public sealed record OwnCardRequest(Guid? PersonId);

internal static class OwnCard
{
    internal static void MapOwnCard(this RouteGroupBuilder cards)
    {
        cards.MapPost("/{cardId:guid}/owners", Own).WithName(nameof(OwnCard));
        cards.MapDelete("/{cardId:guid}/owners", Disown).WithName("DisownCard");
    }

    /// <summary>Places an avatar. 409 when the person has none free: two a person over all boards.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Own(
        Guid cardId,
        OwnCardRequest request,
        IfMatch seen,
        CardActs acts,
        BoardDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var person = request.PersonId ?? user.Id;
        var owned = await acts.RunAsync(
            cardId,
            [person],
            seen,
            async (locked, _) =>
                await RefusalAsync(db, user, locked.Board.TeamId, person, ct) is { } refusal
                    ? refusal
                    : OwnershipRules.Own(locked.State, locked.Card, person),
            ct
        );
        return owned.ToHttp();
    }

    /// <summary>Takes an avatar off a card: one's own, or as a team lead that of personId.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Disown(
        Guid cardId,
        Guid? personId,
        IfMatch seen,
        CardActs acts,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var person = personId ?? user.Id;
        var disowned = await acts.RunAsync(
            cardId,
            seen,
            (locked, _) =>
                person != user.Id && !user.IsLead(locked.Board.TeamId)
                    ? CardErrors.OnlyLeadsAssign
                    : OwnershipRules.Disown(locked.Card, person),
            ct
        );
        return disowned.ToHttp();
    }

    /// <summary>Another's avatar is placed by leads alone, and only for members as Identity told.</summary>
    private static async ValueTask<Error?> RefusalAsync(
        BoardDbContext db,
        CurrentUser user,
        Guid teamId,
        Guid person,
        CancellationToken ct
    )
    {
        if (person == user.Id)
        {
            return null;
        }

        if (!user.IsLead(teamId))
        {
            return CardErrors.OnlyLeadsAssign;
        }

        var isMember = await db.Teams.AnyAsync(team => team.Id == teamId && team.Members.Contains(person), ct);
        return isMember ? null : CardErrors.OwnerNotOnTheTeam;
    }
}
