using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>What a list of requests is narrowed to; absent parts do not narrow.</summary>
internal readonly record struct RequestFilter(
    [property: FromQuery(Name = "status")] RequestStatus[]? Status,
    [property: FromQuery(Name = "customerId")] Guid? CustomerId,
    [property: FromQuery(Name = "teamId")] Guid? TeamId,
    [property: FromQuery(Name = "category")] WorkCategory? Category,
    [property: FromQuery(Name = "practice")] Practice? Practice,
    [property: FromQuery(Name = "q")] string? Text,
    [property: FromQuery(Name = "mine")] bool? Mine,
    [property: FromQuery(Name = "openAt")] DateTimeOffset? OpenAt,
    [property: FromQuery(Name = "submittedFrom")] DateTimeOffset? SubmittedFrom,
    [property: FromQuery(Name = "submittedBefore")] DateTimeOffset? SubmittedBefore,
    [property: FromQuery(Name = "oldestFirst")] bool? OldestFirst
);

/// <summary>
/// Requests, newest first unless the query says otherwise. Every page starts in an index at its cursor and reads about its own size, whatever the length of the
/// history; a filter that matches little reads on until the page is full.
/// </summary>
internal static class ListRequests
{
    internal static void MapListRequests(this RouteGroupBuilder requests) =>
        requests.MapGet("/", Handle).WithName(nameof(ListRequests));

    internal static async Task<Results<Ok<Page<RequestResponse>>, ProblemHttpResult>> Handle(
        [AsParameters] RequestFilter filter,
        [AsParameters] PageQuery page,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (!RequestCursor.TryRead(page.Cursor, out var after))
        {
            return Problems.Field("cursor", "is not one that a page returned").ToProblem();
        }

        var rows = await Narrow(db.Requests.AsNoTracking(), filter, user)
            .NarrowToTime(filter)
            .From(after, filter.OldestFirst is true)
            .Take(page.Size + 1)
            .ToListAsync(ct);
        var found = Page.From(rows, page.Size, RequestCursor.Of);
        return TypedResults.Ok(new Page<RequestResponse>([.. found.Items.Select(RequestResponse.Of)], found.Next));
    }

    private static IQueryable<WorkRequest> Narrow(
        IQueryable<WorkRequest> requests,
        RequestFilter filter,
        CurrentUser user
    )
    {
        if (filter.Mine is true)
        {
            requests = requests.Where(r => r.RequesterId == user.Id);
        }
        else if (!user.SeesAll())
        {
            var customers = user.Customers.ToArray();
            requests = requests.Where(r => customers.Contains(r.CustomerId) || r.RequesterId == user.Id);
        }

        requests = filter.Status is { Length: > 0 } statuses
            ? requests.Where(r => statuses.Contains(r.Status))
            : requests;
        requests = filter.CustomerId is { } customer ? requests.Where(r => r.CustomerId == customer) : requests;
        requests = filter.TeamId is { } team ? requests.Where(r => r.TeamId == team) : requests;
        requests = filter.Category is { } category ? requests.Where(r => r.Category == category) : requests;
        requests = filter.Practice is { } practice ? requests.Where(r => r.Practice == practice) : requests;
        return string.IsNullOrWhiteSpace(filter.Text) ? requests : requests.Search(filter.Text);
    }
}
