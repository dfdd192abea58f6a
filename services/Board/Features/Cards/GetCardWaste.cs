using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Flow;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Features.Flow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>
/// The waste account of one card, from its commitment to its end, or to now while it is open. Causes add up to Ticks; ticks
/// are of 100 ns.
/// </summary>
public sealed record CardWasteResponse(
    Guid CardId,
    DateTimeOffset From,
    DateTimeOffset To,
    long Ticks,
    IReadOnlyList<CauseTicks> Causes
);

internal static class GetCardWaste
{
    internal static void MapGetCardWaste(this RouteGroupBuilder cards) =>
        cards.MapGet("/{cardId:guid}/waste", Handle).WithName(nameof(GetCardWaste));

    /// <summary>What the card's time was spent on so far. Costs one index range of the card's rows.</summary>
    internal static async Task<Results<Ok<CardWasteResponse>, ProblemHttpResult>> Handle(
        Guid cardId,
        BoardDbContext db,
        FlowPieces pieces,
        WorkflowCache workflows,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == cardId, ct) is not { } row)
        {
            return CardErrors.Unknown.ToProblem();
        }

        var card = FlowFacts.Item(row);
        var end = card.EndedAt ?? clock.GetUtcNow();
        var version = await db.Boards.Where(b => b.Id == row.BoardId).Select(b => b.WorkflowVersion).SingleAsync(ct);
        var versions = await workflows.AllAsync(db, row.BoardId, version, ct);
        var time = (await pieces.OfAsync([card], versions, end, ct))[card.Id];
        return TypedResults.Ok(
            new CardWasteResponse(
                card.Id,
                card.CommittedAt,
                end,
                time.Sum(piece => piece.Length.Ticks),
                [
                    .. ItemHistory
                        .Causes(time)
                        .Select(cause => new CauseTicks(cause.Class.ToString(), cause.Reason, cause.Ticks)),
                ]
            )
        );
    }
}
