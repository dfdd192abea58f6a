using FlowPlatform.Board.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>What people wrote on a card and hung onto it. IsWatched tells of the reader.</summary>
public sealed record CardNotesResponse(
    IReadOnlyList<ChecklistItemResponse> Checklist,
    IReadOnlyList<CommentResponse> Comments,
    IReadOnlyList<AttachmentResponse> Attachments,
    IReadOnlyList<PartResponse> Parts,
    bool IsWatched,
    int Watchers
);

/// <summary>A step of a checklist.</summary>
public sealed record ChecklistItemResponse(Guid Id, string Text, bool IsDone, DateTimeOffset? DoneAt, Guid? DoneBy);

/// <summary>A comment; a removed one has no text any more.</summary>
public sealed record CommentResponse(
    Guid Id,
    string Text,
    IReadOnlyList<Guid> Mentions,
    DateTimeOffset WrittenAt,
    Guid WrittenBy,
    DateTimeOffset? EditedAt,
    DateTimeOffset? RemovedAt
);

/// <summary>A link that belongs to a card.</summary>
public sealed record AttachmentResponse(Guid Id, string Url, string? Title, DateTimeOffset AddedAt, Guid AddedBy);

/// <summary>A card that was split off.</summary>
public sealed record PartResponse(Guid Id, string Key, string Title, bool IsOpen);

/// <summary>Reads what people wrote on a card.</summary>
internal sealed class CardNotes(BoardDbContext db)
{
    /// <summary>The last comments are enough to read; there is no end to a talk.</summary>
    private const int MostComments = 200;

    internal async Task<CardNotesResponse> OfAsync(Guid cardId, Guid reader, CancellationToken ct)
    {
        var checklist = await db
            .Checklist.Where(item => item.CardId == cardId)
            .OrderBy(item => item.Id)
            .Select(item => new ChecklistItemResponse(
                item.Id,
                item.Text,
                item.DoneAt != null,
                item.DoneAt,
                item.DoneBy
            ))
            .ToListAsync(ct);
        var attachments = await db
            .Attachments.Where(attachment => attachment.CardId == cardId)
            .OrderBy(attachment => attachment.Id)
            .Select(a => new AttachmentResponse(a.Id, a.Url, a.Title, a.AddedAt, a.AddedBy))
            .ToListAsync(ct);
        var parts = await db
            .Cards.Where(card => card.WholeId == cardId)
            .OrderBy(card => card.Key)
            .Select(card => new PartResponse(
                card.Id,
                card.Key,
                card.Title,
                card.FinishedAt == null && card.AbandonedAt == null
            ))
            .ToListAsync(ct);
        var watchers = await db
            .Watchers.Where(watcher => watcher.CardId == cardId)
            .Select(watcher => watcher.PersonId)
            .ToListAsync(ct);
        return new(
            checklist,
            await CommentsAsync(cardId, ct),
            attachments,
            parts,
            watchers.Contains(reader),
            watchers.Count
        );
    }

    private async Task<List<CommentResponse>> CommentsAsync(Guid cardId, CancellationToken ct)
    {
        var last = await db
            .Comments.AsNoTracking()
            .Where(comment => comment.CardId == cardId)
            .OrderByDescending(comment => comment.Id)
            .Take(MostComments)
            .ToListAsync(ct);
        return
        [
            .. last.OrderBy(comment => comment.Id)
                .Select(c => new CommentResponse(
                    c.Id,
                    c.Text,
                    c.Mentions,
                    c.WrittenAt,
                    c.WrittenBy,
                    c.EditedAt,
                    c.RemovedAt
                )),
        ];
    }
}
