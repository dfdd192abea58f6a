using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Splits parts off a card.</summary>
/// <param name="Parts">The titles of the new cards.</param>
/// <param name="ToColumn">Where they are put: the card's own column, or one before it.</param>
public sealed record SplitCardRequest(
    [property: Required, MinLength(1), MaxLength(10)] IReadOnlyList<PartRequest>? Parts,
    [property: StringLength(60)] string? ToColumn = null
);

/// <summary>A part.</summary>
public sealed record PartRequest([property: Required, StringLength(500, MinimumLength = 1)] string? Title);

/// <summary>The card as it goes on, and the cards that were split off.</summary>
public sealed record SplitCardResponse(CardResponse Whole, IReadOnlyList<CardResponse> Parts);

internal static class SplitCard
{
    internal static void MapSplitCard(this RouteGroupBuilder cards) =>
        cards.MapPost("/{cardId:guid}:split", Handle).WithName(nameof(SplitCard));

    /// <summary>
    /// Splits cards off another one. Each asks for admission; each begins with the times and the history of the whole,
    /// so that no measure starts anew. The whole goes on as the rest, and is finished last.
    /// </summary>
    internal static async Task<Results<Ok<SplitCardResponse>, ProblemHttpResult>> Handle(
        Guid cardId,
        SplitCardRequest request,
        IfMatch seen,
        CardSplit split,
        BoardDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var act = new Act(user.Id, clock.GetUtcNow());
        var titles = (request.Parts ?? []).Select(part => part.Title?.Trim() ?? "").ToList();
        if (titles.Contains(""))
        {
            return Problems.Field("parts", "A part has a title.").ToProblem();
        }

        var done = await db.InTransactionAsync(
            cancellation => split.RunAsync(cardId, titles, request.ToColumn, seen, act, cancellation),
            ct
        );
        return done.IsRefused ? done.Error.ToProblem() : TypedResults.Ok(done.Value);
    }
}
