using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>A request with the names of those around it and every state it went through, oldest first.</summary>
public sealed record RequestDetailResponse(
    RequestResponse Request,
    string? CustomerName,
    string? RequesterName,
    string? TeamName,
    IReadOnlyList<HistoryResponse> History
);

/// <summary>A state that the request entered. Imported states keep the source's word.</summary>
public sealed record HistoryResponse(string State, DateTimeOffset At, Guid? By, string? Note, bool IsImported);

internal static class GetRequest
{
    // A request that was reopened for years still answers in bounded size.
    private const int MostHistory = 1_000;

    internal static void MapGetRequest(this RouteGroupBuilder requests) =>
        requests.MapGet("/{requestId:guid}", Handle).WithName(nameof(GetRequest));

    internal static async Task<Results<Ok<RequestDetailResponse>, NotFound, StatusCodeHttpResult>> Handle(
        Guid requestId,
        HttpContext http,
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

        http.SetETag(request.Version);
        if (http.IsFresh(request.Version))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return TypedResults.Ok(
            new RequestDetailResponse(
                RequestResponse.Of(request),
                await db.Customers.Where(c => c.Id == request.CustomerId).Select(c => c.Name).FirstOrDefaultAsync(ct),
                await db.People.Where(p => p.Id == request.RequesterId).Select(p => p.Name).FirstOrDefaultAsync(ct),
                await db.Teams.Where(t => t.Id == request.TeamId).Select(t => t.Name).FirstOrDefaultAsync(ct),
                await HistoryAsync(request, db, ct)
            )
        );
    }

    private static async Task<List<HistoryResponse>> HistoryAsync(
        WorkRequest request,
        IntakeDbContext db,
        CancellationToken ct
    )
    {
        var entries = await db
            .History.Where(entry => entry.RequestId == request.Id)
            .OrderBy(entry => entry.At)
            .ThenBy(entry => entry.Id)
            .Take(MostHistory)
            .Select(entry => new HistoryResponse(entry.State, entry.At, entry.By, entry.Note, entry.IsImported))
            .ToListAsync(ct);
        var submitted = new HistoryResponse(
            nameof(RequestStatus.Submitted),
            request.SubmittedAt,
            request.SubmittedBy,
            null,
            false
        );
        return [submitted, .. entries];
    }
}
