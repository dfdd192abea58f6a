using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Moves a card to another column, or to another place of its column.</summary>
/// <param name="ToColumnId">The column that the card enters; or give its name in ToColumn.</param>
/// <param name="ToColumn">The name of the column that the card enters.</param>
/// <param name="Position">The place in the column, from 0; at the end when left out.</param>
/// <param name="Pull">Places the mover's own avatar. Left out: yes, if nobody owns the card and the column is
/// active.</param>
public sealed record MoveCardRequest(
    Guid? ToColumnId,
    [property: StringLength(60)] string? ToColumn,
    [property: Range(0, 100_000)] int? Position,
    bool? Pull
);

internal static class MoveCard
{
    internal static void MapMoveCard(this RouteGroupBuilder cards) =>
        cards.MapPost("/{cardId:guid}/moves", Handle).WithName(nameof(MoveCard));

    /// <summary>Moves or pulls a card. 409 names every limit that refuses, with what takes its room.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Handle(
        Guid cardId,
        MoveCardRequest request,
        IfMatch seen,
        CardActs acts,
        CardOrder order,
        CancellationToken ct
    )
    {
        Guid[] mover = request.Pull == false ? [] : [acts.Actor];
        var moved = await acts.RunAsync(
            cardId,
            mover,
            seen,
            (locked, now) => DecideAsync(request, locked, acts.Actor, now, order, ct),
            ct
        );
        return moved.ToHttp();
    }

    private static async ValueTask<Decision> DecideAsync(
        MoveCardRequest request,
        LockedCard locked,
        Guid mover,
        DateTimeOffset now,
        CardOrder order,
        CancellationToken ct
    )
    {
        var (board, card, _) = locked;
        if (ColumnOf(board.Workflow, request) is not { } column)
        {
            return CardErrors.UnknownColumn;
        }

        var pulls = request.Pull ?? CardRules.IsPullByDefault(card, column);
        var isReorder = column.Id == card.ColumnId && request.Position is not null;
        var decision = isReorder
            ? CardRules.Reorder(card)
            : CardRules.Move(locked.State, card, column, pulls ? mover : null, now);
        return decision.Change is null
            ? decision
            : decision.At(await order.PlaceAsync(board, card.Id, column.Id, request.Position, ct));
    }

    private static Column? ColumnOf(DefinitionOfWorkflow workflow, MoveCardRequest request) =>
        request.ToColumnId is { } id ? workflow.Find(id) : workflow.FindByName(request.ToColumn);
}
