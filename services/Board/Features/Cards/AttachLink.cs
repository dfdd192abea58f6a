using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>A link to something that belongs to a card.</summary>
public sealed record AttachLinkRequest(
    [property: Required, StringLength(AttachmentRow.UrlLength)] string? Url,
    [property: StringLength(AttachmentRow.TitleLength)] string? Title = null
);

internal static class AttachLink
{
    private const int Most = 100;
    private static readonly Error Unknown = new(
        "attachment-unknown",
        "There is no such attachment.",
        ErrorKind.NotFound
    );
    private static readonly Error Full = new("attachments-full", $"A card has at most {Most} attachments.");

    internal static void MapAttachLink(this RouteGroupBuilder cards)
    {
        cards.MapPost("/{cardId:guid}/attachments", Attach).WithName(nameof(AttachLink));
        cards.MapDelete("/{cardId:guid}/attachments/{attachmentId:guid}", Remove).WithName("RemoveAttachment");
    }

    /// <summary>Attaches a link, http or https; what it leads to stays where it is.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Attach(
        Guid cardId,
        AttachLinkRequest request,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return Problems.Field("url", "An attachment is an absolute http or https address.").ToProblem();
        }

        var attached = await acts.RunAsync(
            cardId,
            [],
            default,
            async (locked, now) =>
            {
                if (await db.Attachments.CountAsync(attachment => attachment.CardId == cardId, ct) >= Most)
                {
                    return Full;
                }

                var row = Row(cardId, url, request.Title, new(acts.Actor, now));
                var noted = NoteRules.Note(locked.Card, TransitionKind.AttachmentsChanged, $"added {row.Id}", row.Url);
                if (noted.Change is not null)
                {
                    db.Add(row);
                    await db.SaveChangesAsync(ct);
                }

                return noted;
            },
            ct
        );
        return attached.ToHttp();
    }

    /// <summary>Takes a link off a card.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Remove(
        Guid cardId,
        Guid attachmentId,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        var removed = await acts.RunAsync(
            cardId,
            [],
            default,
            async (locked, _) =>
            {
                var row = await db.Attachments.SingleOrDefaultAsync(
                    a => a.Id == attachmentId && a.CardId == cardId,
                    ct
                );
                if (row is null || locked.Card.ArchivedAt is not null)
                {
                    return row is null ? Unknown : CardErrors.Archived;
                }

                db.Remove(row);
                await db.SaveChangesAsync(ct);
                return NoteRules.Note(locked.Card, TransitionKind.AttachmentsChanged, $"removed {row.Id}", row.Url);
            },
            ct
        );
        return removed.ToHttp();
    }

    private static AttachmentRow Row(Guid cardId, Uri url, string? title, Act act) =>
        new()
        {
            Id = Guid.CreateVersion7(act.At),
            CardId = cardId,
            Url = url.AbsoluteUri,
            Title = title,
            AddedAt = act.At,
            AddedBy = act.By,
        };
}
