using FlowPlatform.Intake.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>The newest comment on a request: who has the last word tells who waits for whom.</summary>
/// <param name="IsByRequester">False: somebody else spoke last, and may wait for the requester's answer.</param>
public sealed record LastCommentResponse(Guid RequestId, CommentResponse Comment, bool IsByRequester);

/// <summary>For the requests of a page of a list. Costs one step in the index of comments for each.</summary>
internal static class ReadLastComments
{
    private const int Most = 200;

    internal static void MapReadLastComments(this RouteGroupBuilder requests) =>
        requests.MapGet("/last-comments", Handle).WithName(nameof(ReadLastComments));

    internal static async Task<Results<Ok<List<LastCommentResponse>>, ProblemHttpResult>> Handle(
        [FromQuery(Name = "requestId")] Guid[] requestIds,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (requestIds.Length > Most)
        {
            return Problems.Field("requestId", $"at most {Most} of them").ToProblem();
        }

        var (seesAll, customers) = (user.SeesAll(), user.Customers.ToArray());
        var found = await db
            .Requests.AsNoTracking()
            .Where(r => requestIds.Contains(r.Id))
            .Where(r => seesAll || customers.Contains(r.CustomerId) || r.RequesterId == user.Id)
            .SelectMany(
                r => db.Comments.Where(c => c.RequestId == r.Id).OrderByDescending(c => c.Id).Take(1),
                (r, c) =>
                    new LastCommentResponse(
                        r.Id,
                        new CommentResponse(
                            c.Id,
                            c.Text,
                            c.By,
                            db.People.Where(p => p.Id == c.By).Select(p => p.Name).FirstOrDefault(),
                            c.At
                        ),
                        c.By == r.RequesterId
                    )
            )
            .ToListAsync(ct);
        return TypedResults.Ok(found);
    }
}
