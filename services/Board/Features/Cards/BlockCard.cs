using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Says that something stops a card, and of what kind it is.</summary>
public sealed record BlockCardRequest(
    [property: Required] BlockerReason? Reason,
    [property: StringLength(BlockerRow.NoteLength)] string? Note
);

/// <summary>Says how a blocker was resolved.</summary>
public sealed record ResolveBlockerRequest([property: StringLength(BlockerRow.NoteLength)] string? Note);

internal static class BlockCard
{
    internal static void MapBlockCard(this RouteGroupBuilder cards)
    {
        cards.MapPost("/{cardId:guid}/blockers", Block).WithName(nameof(BlockCard));
        cards.MapPost("/{cardId:guid}/blockers/{blockerId:guid}:resolve", Resolve).WithName("ResolveBlocker");
    }

    /// <summary>Blocks a card. Its blockers, with their ids, stand in the answer of GET card.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Block(
        Guid cardId,
        BlockCardRequest request,
        IfMatch seen,
        CardActs acts,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var blocker = Guid.CreateVersion7(clock.GetUtcNow());
        var blocked = await acts.RunAsync(
            cardId,
            seen,
            (locked, _) =>
                BlockingRules.Block(locked.Card, blocker, request.Reason ?? BlockerReason.Other, request.Note),
            ct
        );
        return blocked.ToHttp();
    }

    /// <summary>Resolves a blocker; the card goes on when no other is left.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Resolve(
        Guid cardId,
        Guid blockerId,
        ResolveBlockerRequest? request,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    )
    {
        var resolved = await acts.RunAsync(
            cardId,
            seen,
            (locked, _) => BlockingRules.Resolve(locked.Card, blockerId, request?.Note),
            ct
        );
        return resolved.ToHttp();
    }
}
