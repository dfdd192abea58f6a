using System.ComponentModel.DataAnnotations;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Marks a representative or deputy absent, or present again. While the representative is absent, the deputy speaks.</summary>
/// <param name="PersonId">The representative or deputy; the facilitator may mark anybody, others themselves.</param>
/// <param name="IsAbsent">False takes an absence back.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record MarkAbsenceRequest(
    [Required] Guid? PersonId,
    bool IsAbsent = true,
    [MaxLength(500)] string? Reason = null
);

internal static class MarkAbsence
{
    internal static void MapMarkAbsence(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/{sessionId:guid}/absences", Handle).WithName(nameof(MarkAbsence));

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid sessionId,
        MarkAbsenceRequest request,
        IfMatch ifMatch,
        SessionDesk desk,
        CancellationToken ct
    )
    {
        var marked = await desk.ActAsync<bool>(
            sessionId,
            ifMatch,
            sitting =>
            {
                var (session, actor, now) = sitting;
                var personId = request.PersonId!.Value;
                var done = session.MarkAbsence(actor.PersonId, personId, request.IsAbsent, now);
                if (done.IsRefused)
                {
                    return done.Error;
                }

                desk.Audit(session, "AbsenceMarked", sitting, new { personId, request.IsAbsent }, request.Reason);
                return true;
            },
            ct
        );
        return marked.IsRefused ? marked.Error.ToProblem() : TypedResults.NoContent();
    }
}
