using System.ComponentModel.DataAnnotations;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>Says that a request duplicates another one. Nothing is merged, and the link can be taken back.</summary>
public sealed record LinkRequestRequest([Required] Guid? DuplicateOfId);

internal static class LinkRequest
{
    internal static void MapLinkRequest(this RouteGroupBuilder requests)
    {
        requests.MapPost("/{requestId:guid}/links", Link).WithName(nameof(LinkRequest));
        requests.MapDelete("/{requestId:guid}/links", Unlink).WithName("UnlinkRequest");
    }

    internal static async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> Link(
        Guid requestId,
        LinkRequestRequest body,
        IfMatch ifMatch,
        RequestDesk desk,
        IntakeDbContext db,
        CancellationToken ct
    ) =>
        await desk.ActAsync(
            requestId,
            ifMatch,
            (user, request) => user.RefuseTriage(request, null),
            (request, act) => LinkAsync(request, body.DuplicateOfId, act, db, ct),
            new RequestTold("request-linked", ToMessage),
            ct
        );

    internal static async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> Unlink(
        Guid requestId,
        IfMatch ifMatch,
        RequestDesk desk,
        CancellationToken ct
    )
    {
        Guid? original = null;
        return await desk.ActAsync(
            requestId,
            ifMatch,
            (user, request) => user.RefuseTriage(request, null),
            (request, act) =>
            {
                original = request.DuplicateOfId;
                return Task.FromResult(request.Unlink(act.By, act.Now));
            },
            new RequestTold(
                "request-unlinked",
                (request, act) =>
                    new RequestLinked(request.Id, request.Version, original ?? default, false, act.Now, act.By)
            ),
            ct
        );
    }

    /// <summary>
    /// In the act's transaction both rows are locked in the order of their ids, so that two opposite links cannot both see
    /// the other unlinked.
    /// </summary>
    internal static async Task<Result> LinkAsync(
        WorkRequest request,
        Guid? originalId,
        Act act,
        IntakeDbContext db,
        CancellationToken ct
    )
    {
        if (originalId is null)
        {
            return RequestErrors.DuplicateNeeded;
        }

        Guid[] ids = [request.Id, originalId.Value];
        var rows = await db
            .Requests.FromSql($"SELECT * FROM work_request WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE")
            .ToListAsync(ct);
        if (rows.Find(row => row.Id == originalId) is not { } original)
        {
            return RequestErrors.UnknownOriginal;
        }

        var hasDuplicates = await db.Requests.AnyAsync(r => r.DuplicateOfId == request.Id, ct);
        return request.LinkTo(original, hasDuplicates, act.By, act.Now);
    }

    internal static RequestLinked ToMessage(WorkRequest request, Act act) =>
        new(request.Id, request.Version, request.DuplicateOfId ?? default, true, act.Now, act.By);
}
