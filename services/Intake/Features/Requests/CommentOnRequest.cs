using System.ComponentModel.DataAnnotations;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

public sealed record CommentOnRequestRequest(
    [Required, StringLength(RequestComment.TextLength, MinimumLength = 1)] string? Text
);

/// <summary>What somebody who sees the request said about it.</summary>
public sealed record CommentResponse(Guid Id, string Text, Guid By, string? ByName, DateTimeOffset At);

internal static class CommentOnRequest
{
    internal static void MapCommentOnRequest(this RouteGroupBuilder requests)
    {
        requests.MapPost("/{requestId:guid}/comments", Comment).WithName(nameof(CommentOnRequest));
        requests.MapGet("/{requestId:guid}/comments", List).WithName("ListComments");
    }

    internal static async Task<Results<Created<CommentResponse>, NotFound>> Comment(
        Guid requestId,
        CommentOnRequestRequest body,
        IntakeDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, ct);
        if (request is null || !user.Sees(request))
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow().ToMicroseconds();
        var comment = new RequestComment(Guid.CreateVersion7(now), requestId, body.Text!, user.Id, now); // required
        db.Comments.Add(comment);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/intake/requests/{requestId}/comments",
            new CommentResponse(comment.Id, comment.Text, comment.By, user.Name, comment.At)
        );
    }

    internal static async Task<Results<Ok<Page<CommentResponse>>, NotFound, ProblemHttpResult>> List(
        Guid requestId,
        [AsParameters] PageQuery page,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return Problems.Field("cursor", "is not one that a page returned").ToProblem();
        }

        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, ct);
        if (request is null || !user.Sees(request))
        {
            return TypedResults.NotFound();
        }

        var comments = await db
            .Comments.Where(comment => comment.RequestId == requestId && (after == null || comment.Id > after))
            .OrderBy(comment => comment.Id)
            .Take(page.Size + 1)
            .Select(comment => new CommentResponse(
                comment.Id,
                comment.Text,
                comment.By,
                db.People.Where(person => person.Id == comment.By).Select(person => person.Name).FirstOrDefault(),
                comment.At
            ))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(comments, page.Size, comment => Cursor.Encode(comment.Id)));
    }
}
