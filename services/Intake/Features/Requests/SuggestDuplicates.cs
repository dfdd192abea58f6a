using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>An open request whose title is like the one asked about. Similarity runs from 0 to 1.</summary>
public sealed record DuplicateResponse(
    Guid Id,
    string Key,
    string Title,
    RequestStatus Status,
    Guid CustomerId,
    double Similarity
);

internal static class SuggestDuplicates
{
    private const int Most = 10;
    private const double Alike = 0.3;

    internal static void MapSuggestDuplicates(this RouteGroupBuilder requests)
    {
        requests.MapGet("/{requestId:guid}/duplicates", OfRequest).WithName(nameof(SuggestDuplicates));
        requests.MapGet("/duplicates", OfDraft).WithName("SuggestDuplicatesOfDraft");
    }

    internal static async Task<Results<Ok<IReadOnlyList<DuplicateResponse>>, NotFound>> OfRequest(
        Guid requestId,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, ct);
        if (request is null || !user.Sees(request))
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Ok(await FindAsync(request.Title, requestId, db, user, ct));
    }

    /// <summary>While somebody still types.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<DuplicateResponse>>, ProblemHttpResult>> OfDraft(
        string title,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    ) =>
        title.Length > WorkRequest.TitleLength
            ? Problems.Field("title", $"at most {WorkRequest.TitleLength} characters").ToProblem()
            : TypedResults.Ok(await FindAsync(title, Guid.Empty, db, user, ct));

    // The index on titles holds open requests alone: the cost follows the open work, not the history.
    private static async Task<IReadOnlyList<DuplicateResponse>> FindAsync(
        string title,
        Guid except,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var customers = user.Customers.ToArray();
        var seesAll = user.SeesAll();
        var alike = await db
            .Requests.AsNoTracking()
            .Where(r =>
                r.Status == RequestStatus.Submitted
                || r.Status == RequestStatus.Triaged
                || r.Status == RequestStatus.Committed
                || r.Status == RequestStatus.InProgress
            )
            .Where(r => EF.Functions.TrigramsAreSimilar(r.Title, title) && r.Id != except)
            .Where(r => seesAll || customers.Contains(r.CustomerId))
            .Select(r => new { Request = r, Similarity = EF.Functions.TrigramsSimilarity(r.Title, title) })
            .Where(r => r.Similarity >= Alike)
            .OrderByDescending(r => r.Similarity)
            .ThenBy(r => r.Request.Id)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. alike.Select(a => new DuplicateResponse(
                a.Request.Id,
                a.Request.Key,
                a.Request.Title,
                a.Request.Status,
                a.Request.CustomerId,
                a.Similarity
            )),
        ];
    }
}
