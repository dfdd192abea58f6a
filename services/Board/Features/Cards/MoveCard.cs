using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
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
        MovesTogether together,
        CardOrder order,
        CurrentUser user,
        CancellationToken ct
    )
    {
        Guid[] people = request.Pull == false ? [] : [user.Id];
        if (request.Position is null)
        {
            Decision AtTheEnd(LockedCard locked, DateTimeOffset now) =>
                Decide(request, locked, user.Id, now).At(CardOrder.EndOf(locked.Board));

            if (await together.TryAsync(new(cardId, people, seen, user, AtTheEnd), ct) is { } done)
            {
                return done.ToHttp();
            }
        }

        var moved = await acts.RunAsync(
            cardId,
            people,
            seen,
            async (locked, now) =>
            {
                var decision = Decide(request, locked, user.Id, now);
                return decision.Change is { } change
                    // What changes stands in a column.
                    ? decision.At(
                        await order.PlaceAsync(locked.Board, cardId, change.After.ColumnId!.Value, request.Position, ct)
                    )
                    : decision;
            },
            ct
        );
        return moved.ToHttp();
    }

    private static Decision Decide(MoveCardRequest request, LockedCard locked, Guid mover, DateTimeOffset now)
    {
        var (board, card, _) = locked;
        if (ColumnOf(board.Workflow, request) is not { } column)
        {
            return CardErrors.UnknownColumn;
        }

        var pulls = request.Pull ?? CardRules.IsPullByDefault(card, column);
        var isReorder = column.Id == card.ColumnId && request.Position is not null;
        return isReorder
            ? CardRules.Reorder(card)
            : CardRules.Move(locked.State, card, column, pulls ? mover : null, now);
    }

    private static Column? ColumnOf(DefinitionOfWorkflow workflow, MoveCardRequest request) =>
        request.ToColumnId is { } id ? workflow.Find(id) : workflow.FindByName(request.ToColumn);
}
