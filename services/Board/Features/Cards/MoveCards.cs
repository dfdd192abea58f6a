using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Moves several cards of a board, all or none, in the given order.</summary>
public sealed record MoveCardsRequest(
    [property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<CardMoveRequest>? Moves
);

/// <summary>A move of a batch. Pull places the mover's own avatar, as with a single move.</summary>
public sealed record CardMoveRequest(
    [property: Required] Guid? CardId,
    Guid? ToColumnId,
    [property: StringLength(60)] string? ToColumn,
    bool? Pull
);

/// <summary>The cards as they stand after the batch.</summary>
public sealed record MoveCardsResponse(IReadOnlyList<CardResponse> Cards);

internal static class MoveCards
{
    internal static void MapMoveCards(this RouteGroupBuilder boards) =>
        boards.MapPost("/{boardId:guid}/moves", Handle).WithName(nameof(MoveCards));

    /// <summary>An atomic batch: each move is judged after the ones before it, and one refusal refuses all.</summary>
    internal static async Task<Results<Ok<MoveCardsResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        MoveCardsRequest request,
        BoardDbContext db,
        CardBatch batch,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var moves = request.Moves ?? [];
        if (moves.DistinctBy(move => move.CardId).Count() < moves.Count)
        {
            return Problems.Field("moves", "A card is moved once in a batch.").ToProblem();
        }

        var act = new Act(user.Id, clock.GetUtcNow());
        var moved = await db.InTransactionAsync(
            cancellation => batch.RunAsync(boardId, moves, user, act, cancellation),
            ct
        );
        return moved.IsRefused ? moved.Error.ToProblem() : TypedResults.Ok(new MoveCardsResponse(moved.Value));
    }
}
