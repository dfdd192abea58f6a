using System.ComponentModel.DataAnnotations;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>Why the requester does not want it any more.</summary>
public sealed record WithdrawRequestRequest([Required, StringLength(WorkRequest.ReasonLength)] string? Reason);

/// <summary>Why an ended request is asked for again.</summary>
public sealed record ReopenRequestRequest([Required, StringLength(WorkRequest.ReasonLength)] string? Reason);

/// <summary>The requester's own way out, and back.</summary>
internal static class EndRequest
{
    internal static void MapEndRequest(this RouteGroupBuilder requests)
    {
        requests.MapPost("/{requestId:guid}/withdraw", Withdraw).WithName("WithdrawRequest");
        requests.MapPost("/{requestId:guid}/reopen", Reopen).WithName("ReopenRequest");
    }

    internal static async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> Withdraw(
        Guid requestId,
        WithdrawRequestRequest body,
        IfMatch ifMatch,
        RequestDesk desk,
        CancellationToken ct
    ) =>
        await desk.ActAsync(
            requestId,
            ifMatch,
            (user, request) => user.RefuseAsRequester(request),
            (request, act) => Task.FromResult(request.Withdraw(body.Reason, act.By, act.Now)),
            new RequestTold(
                "request-withdrawn",
                (request, act) =>
                    new RequestWithdrawn(request.Id, request.Version, request.StatusReason ?? "", act.Now, act.By)
            ),
            ct
        );

    /// <summary>The team may take a refusal back, as the requester may insist.</summary>
    internal static async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> Reopen(
        Guid requestId,
        ReopenRequestRequest body,
        IfMatch ifMatch,
        RequestDesk desk,
        CancellationToken ct
    ) =>
        await desk.ActAsync(
            requestId,
            ifMatch,
            (user, request) => user.RefuseEdit(request),
            (request, act) => Task.FromResult(request.Reopen(body.Reason, act.By, act.Now)),
            new RequestTold("request-reopened"),
            ct
        );
}
