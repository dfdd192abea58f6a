using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>A new step of a checklist.</summary>
public sealed record ChecklistItemRequest(
    [property: Required, StringLength(ChecklistItemRow.TextLength, MinimumLength = 1)] string? Text
);

internal static class CheckCard
{
    private const int MostItems = 100;
    private static readonly Error Full = new("checklist-full", $"A checklist has at most {MostItems} steps.");

    internal static void MapCheckCard(this RouteGroupBuilder cards)
    {
        cards.MapPost("/{cardId:guid}/checklist", Add).WithName("AddChecklistItem");
        cards.MapChangeChecklist();
    }

    /// <summary>Adds a step to the checklist, at its end.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Add(
        Guid cardId,
        ChecklistItemRequest request,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        var added = await acts.RunAsync(
            cardId,
            [],
            default,
            async (locked, now) =>
            {
                if (await db.Checklist.CountAsync(item => item.CardId == cardId, ct) >= MostItems)
                {
                    return Full;
                }

                var id = Guid.CreateVersion7(now);
                var noted = NoteRules.Note(locked.Card, TransitionKind.ChecklistChanged, $"added {id}", request.Text);
                if (noted.Change is not null)
                {
                    db.Add(
                        new ChecklistItemRow
                        {
                            Id = id,
                            CardId = cardId,
                            Text = request.Text ?? "",
                        }
                    );
                    await db.SaveChangesAsync(ct);
                }

                return noted;
            },
            ct
        );
        return added.ToHttp();
    }
}
