using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>A comment.</summary>
/// <param name="Mentions">People who should read it: they find it under their mentions, and watch the card.</param>
public sealed record CommentRequest(
    [property: Required, StringLength(CommentRow.TextLength, MinimumLength = 1)] string? Text,
    [property: MaxLength(50)] IReadOnlyList<Guid>? Mentions = null
);

internal static class CommentCard
{
    private static readonly Error UnknownMention = new("mention-unknown", "Nobody is known by one of the mentions.");
    private static readonly Error Unknown = new("comment-unknown", "There is no such comment.", ErrorKind.NotFound);
    private static readonly Error NotYours = new("not-your-comment", "Only its author does this.", ErrorKind.Forbidden);

    internal static void MapCommentCard(this RouteGroupBuilder cards)
    {
        cards.MapPost("/{cardId:guid}/comments", Write).WithName(nameof(CommentCard));
        cards.MapPut("/{cardId:guid}/comments/{commentId:guid}", Edit).WithName("EditComment");
        cards.MapDelete("/{cardId:guid}/comments/{commentId:guid}", Remove).WithName("RemoveComment");
    }

    /// <summary>Comments on a card. The comment stands in the answer of GET card.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Write(
        Guid cardId,
        CommentRequest request,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        Guid[] mentions = [.. (request.Mentions ?? []).Distinct()];
        var written = await acts.RunAsync(
            cardId,
            [],
            default,
            async (locked, now) =>
            {
                if (await db.People.CountAsync(p => mentions.Contains(p.Id) && p.IsActive, ct) < mentions.Length)
                {
                    return UnknownMention;
                }

                var id = Guid.CreateVersion7(now);
                var noted = NoteRules.Note(locked.Card, TransitionKind.Commented, $"{id}", request.Text);
                if (noted.Change is not null)
                {
                    db.Add(Row(id, cardId, request.Text ?? "", mentions, new(acts.Actor, now)));
                    await WatchCard.AddAsync(db, cardId, mentions, now, ct);
                    await db.SaveChangesAsync(ct);
                }

                return noted;
            },
            ct
        );
        return written.ToHttp();
    }

    /// <summary>Changes one's own comment; it is shown as edited.</summary>
    internal static Task<Results<Ok<CardResponse>, ProblemHttpResult>> Edit(
        Guid cardId,
        Guid commentId,
        CommentRequest request,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    ) =>
        ChangeAsync(
            (cardId, commentId),
            acts,
            db,
            (row, now) => (row.Text, row.EditedAt) = (request.Text ?? "", now),
            ct
        );

    /// <summary>Takes one's own comment back; its place remains.</summary>
    internal static Task<Results<Ok<CardResponse>, ProblemHttpResult>> Remove(
        Guid cardId,
        Guid commentId,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    ) => ChangeAsync((cardId, commentId), acts, db, (row, now) => (row.Text, row.RemovedAt) = ("", now), ct);

    private static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> ChangeAsync(
        (Guid Card, Guid Comment) id,
        CardActs acts,
        BoardDbContext db,
        Action<CommentRow, DateTimeOffset> change,
        CancellationToken ct
    )
    {
        var changed = await acts.RunAsync(
            id.Card,
            [],
            default,
            async (locked, now) =>
            {
                var row = await db.Comments.SingleOrDefaultAsync(c => c.Id == id.Comment && c.CardId == id.Card, ct);
                if (row is null || row.RemovedAt is not null || row.WrittenBy != acts.Actor)
                {
                    return row is null || row.RemovedAt is not null ? Unknown : NotYours;
                }

                var noted = NoteRules.Note(locked.Card, TransitionKind.Commented, $"{row.Id}");
                if (noted.Change is not null)
                {
                    change(row, now);
                    await db.SaveChangesAsync(ct);
                }

                return noted;
            },
            ct
        );
        return changed.ToHttp();
    }

    private static CommentRow Row(Guid id, Guid cardId, string text, Guid[] mentions, Act act) =>
        new()
        {
            Id = id,
            CardId = cardId,
            Text = text,
            Mentions = mentions,
            WrittenAt = act.At,
            WrittenBy = act.By,
        };
}
