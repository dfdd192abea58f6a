using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Gives a card up, for a reason that stays in its history.</summary>
public sealed record AbandonCardRequest([property: Required, StringLength(1000, MinimumLength = 1)] string? Reason);

/// <summary>Takes a finished card back into the flow.</summary>
/// <param name="ToColumnId">Where it enters; the first column in progress when left out.</param>
public sealed record ReopenCardRequest(
    [property: Required, StringLength(1000, MinimumLength = 1)] string? Reason,
    Guid? ToColumnId
);

internal static class EndCard
{
    internal static void MapEndCard(this RouteGroupBuilder cards)
    {
        cards.MapPost("/{cardId:guid}:finish", Finish).WithName("FinishCard");
        cards.MapPost("/{cardId:guid}:abandon", Abandon).WithName("AbandonCard");
        cards.MapPost("/{cardId:guid}:reopen", Reopen).WithName("ReopenCard");
    }

    /// <summary>
    /// Moves a card into Done. A regulated one passes the gates on its way only with an approved change.
    /// </summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Finish(
        Guid cardId,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    )
    {
        var finished = await acts.RunAsync(
            cardId,
            seen,
            (locked, now) =>
                CardRules
                    .Move(locked.State, locked.Card, locked.Board.Workflow.FirstDone, avatarOf: null, now)
                    .At(locked.Board.Version + 1.0),
            ct
        );
        return finished.ToHttp();
    }

    /// <summary>The card leaves the board unfinished and its avatars are free.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Abandon(
        Guid cardId,
        AbandonCardRequest request,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    )
    {
        var abandoned = await acts.RunAsync(
            cardId,
            seen,
            (locked, now) => BlockingRules.Abandon(locked.Card, request.Reason ?? "", now),
            ct
        );
        return abandoned.ToHttp();
    }

    /// <summary>A finished card enters the flow again, if the limits have room.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Reopen(
        Guid cardId,
        ReopenCardRequest request,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    )
    {
        var reopened = await acts.RunAsync(
            cardId,
            seen,
            (locked, now) =>
            {
                var workflow = locked.Board.Workflow;
                var to = request.ToColumnId is { } id ? workflow.Find(id) : workflow.FirstInProgress;
                return to is null
                    ? CardErrors.UnknownColumn
                    : CardRules
                        .Reopen(locked.State, locked.Card, to, request.Reason ?? "", now)
                        .At(locked.Board.Version + 1.0);
            },
            ct
        );
        return reopened.ToHttp();
    }
}
