using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Takes a card over from an absent owner.</summary>
public sealed record TakeOverRequest([property: Required] Guid? FromPersonId);

internal static class TakeOverCard
{
    internal static void MapTakeOverCard(this RouteGroupBuilder cards) =>
        cards.MapPost("/{cardId:guid}:take-over", Handle).WithName(nameof(TakeOverCard));

    /// <summary>
    /// Hand-over: the absent owner's avatar goes back, one's own takes its place, both or neither. 409 when the owner is
    /// not absent, or one has no avatar free.
    /// </summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Handle(
        Guid cardId,
        TakeOverRequest request,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    )
    {
        var from = request.FromPersonId ?? Guid.Empty;
        var taken = await acts.RunAsync(
            cardId,
            [acts.Actor, from],
            seen,
            (locked, _) => ValueTask.FromResult(OwnershipRules.TakeOver(locked.State, locked.Card, from, acts.Actor)),
            ct
        );
        return taken.ToHttp();
    }
}
