using System.ComponentModel.DataAnnotations;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Ends the session without agreement: nothing is committed, the slots stay empty.</summary>
/// <param name="Reason">Why there was no agreement.</param>
public sealed record CloseSessionRequest([Required, MaxLength(Objection.ReasonLength)] string? Reason);

internal static class CloseSession
{
    internal static void MapCloseSession(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/{sessionId:guid}/close", Handle).WithName(nameof(CloseSession));

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid sessionId,
        CloseSessionRequest request,
        IfMatch ifMatch,
        SessionDesk desk,
        CurrentUser user,
        PrioritisationMetrics metrics,
        CancellationToken ct
    )
    {
        var closed = await desk.ActAsync<bool>(
            sessionId,
            ifMatch,
            sitting =>
            {
                var done = sitting.Session.Close(user.Id, user.IsAdmin, request.Reason!, sitting.Now);
                if (done.IsRefused)
                {
                    return done.Error;
                }

                var after = new { sitting.Session.State, EmptySlots = sitting.Session.Figures.FreeSlots };
                desk.Audit(sitting.Session, "SessionClosed", sitting, after, request.Reason);
                metrics.Ended(sitting.Session.State);
                return true;
            },
            ct
        );
        return closed.IsRefused ? closed.Error.ToProblem() : TypedResults.NoContent();
    }
}
