using System.ComponentModel.DataAnnotations;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>How an objection was resolved. The customer that raised it still has to consent.</summary>
public sealed record ResolveObjectionRequest([Required, MaxLength(Objection.ReasonLength)] string? Resolution);

/// <summary>Ends an objection: withdrawn by its customer, or resolved, with the resolution on record.</summary>
internal static class EndObjection
{
    internal static void MapEndObjection(this RouteGroupBuilder sessions)
    {
        sessions
            .MapPost("/{sessionId:guid}/objections/{objectionId:guid}:withdraw", Withdraw)
            .WithName("WithdrawObjection");
        sessions
            .MapPost("/{sessionId:guid}/objections/{objectionId:guid}:resolve", Resolve)
            .WithName("ResolveObjection");
    }

    internal static Task<Results<NoContent, ProblemHttpResult>> Withdraw(
        Guid sessionId,
        Guid objectionId,
        IfMatch ifMatch,
        SessionDesk desk,
        CancellationToken ct
    ) => EndAsync(sessionId, objectionId, (ObjectionEnding.Withdrawn, null), ifMatch, desk, ct);

    internal static Task<Results<NoContent, ProblemHttpResult>> Resolve(
        Guid sessionId,
        Guid objectionId,
        ResolveObjectionRequest request,
        IfMatch ifMatch,
        SessionDesk desk,
        CancellationToken ct
    ) => EndAsync(sessionId, objectionId, (ObjectionEnding.Resolved, request.Resolution), ifMatch, desk, ct);

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        Guid sessionId,
        Guid objectionId,
        (ObjectionEnding How, string? Resolution) ending,
        IfMatch ifMatch,
        SessionDesk desk,
        CancellationToken ct
    )
    {
        var ended = await desk.ActAsync(
            sessionId,
            ifMatch,
            sitting =>
            {
                var (session, actor, now) = sitting;
                var objection = session.EndObjection(actor, objectionId, ending.How, ending.Resolution, now);
                if (!objection.IsRefused)
                {
                    var after = new { objectionId, objection.Value.CustomerId };
                    desk.Audit(session, $"Objection{ending.How}", sitting, after, ending.Resolution);
                }

                return objection;
            },
            ct
        );
        return ended.IsRefused ? ended.Error.ToProblem() : TypedResults.NoContent();
    }
}
