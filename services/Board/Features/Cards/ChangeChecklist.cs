using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>A step of a checklist as it should be; what is left out stays.</summary>
public sealed record ChangeChecklistItemRequest(
    [property: StringLength(ChecklistItemRow.TextLength, MinimumLength = 1)] string? Text,
    bool? IsDone
);

internal static class ChangeChecklist
{
    private static readonly Error Unknown = new("checklist-item-unknown", "There is no such step.", ErrorKind.NotFound);

    internal static void MapChangeChecklist(this RouteGroupBuilder cards)
    {
        cards.MapPut("/{cardId:guid}/checklist/{itemId:guid}", Change).WithName("ChangeChecklistItem");
        cards.MapDelete("/{cardId:guid}/checklist/{itemId:guid}", Remove).WithName("RemoveChecklistItem");
    }

    /// <summary>Ticks a step off or not, or words it anew.</summary>
    internal static Task<Results<Ok<CardResponse>, ProblemHttpResult>> Change(
        Guid cardId,
        Guid itemId,
        ChangeChecklistItemRequest request,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    ) =>
        ChangeAsync(
            (cardId, itemId),
            acts,
            db,
            (item, now) =>
            {
                item.Text = request.Text ?? item.Text;
                if (request.IsDone is { } isDone && isDone != item.DoneAt is not null)
                {
                    (item.DoneAt, item.DoneBy) = isDone ? (now, acts.Actor) : ((DateTimeOffset?)null, (Guid?)null);
                }

                return item.DoneAt is null ? "open" : "done";
            },
            ct
        );

    /// <summary>Takes a step off the checklist.</summary>
    internal static Task<Results<Ok<CardResponse>, ProblemHttpResult>> Remove(
        Guid cardId,
        Guid itemId,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    ) =>
        ChangeAsync(
            (cardId, itemId),
            acts,
            db,
            (item, _) =>
            {
                db.Remove(item);
                return "removed";
            },
            ct
        );

    private static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> ChangeAsync(
        (Guid Card, Guid Item) id,
        CardActs acts,
        BoardDbContext db,
        Func<ChecklistItemRow, DateTimeOffset, string> change,
        CancellationToken ct
    )
    {
        var changed = await acts.RunAsync(
            id.Card,
            [],
            default,
            async (locked, now) =>
            {
                var item = await db.Checklist.SingleOrDefaultAsync(i => i.Id == id.Item && i.CardId == id.Card, ct);
                if (item is null || locked.Card.ArchivedAt is not null)
                {
                    return item is null ? Unknown : CardErrors.Archived;
                }

                var how = change(item, now);
                if (!db.ChangeTracker.HasChanges())
                {
                    return Decision.Nothing(locked.Card);
                }

                await db.SaveChangesAsync(ct);
                return NoteRules.Note(locked.Card, TransitionKind.ChecklistChanged, $"{how} {item.Id}", item.Text);
            },
            ct
        );
        return changed.ToHttp();
    }
}
