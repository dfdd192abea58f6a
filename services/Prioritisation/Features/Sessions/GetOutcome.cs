using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>The signed result of an agreed session.</summary>
/// <param name="CommittedIds">In the order of their rank on the board.</param>
/// <param name="Signature">Base64 HMAC-SHA256 over "outcomeId|boardId|id1,id2,...", which the board checks by itself.</param>
/// <param name="Certificate">Whether a coalition of customers would have deserved more.</param>
public sealed record OutcomeResponse(
    Guid OutcomeId,
    Guid SessionId,
    Guid BoardId,
    Guid TeamId,
    IReadOnlyList<Guid> CommittedIds,
    string Signature,
    Certificate Certificate,
    int EmptySlots,
    IReadOnlyList<ConsentView> Consents,
    DateTimeOffset AgreedAt
);

/// <summary>Who consented for which customer.</summary>
public sealed record ConsentView(Guid CustomerId, Guid By, DateTimeOffset At);

internal static class GetOutcome
{
    internal static void MapGetOutcome(this RouteGroupBuilder sessions) =>
        sessions.MapGet("/{sessionId:guid}/outcome", Handle).WithName(nameof(GetOutcome));

    internal static async Task<Results<Ok<OutcomeResponse>, ProblemHttpResult>> Handle(
        Guid sessionId,
        PrioritisationDbContext db,
        CancellationToken ct
    )
    {
        var session = await db.Sessions.AsNoTracking().Whole().SingleOrDefaultAsync(s => s.Id == sessionId, ct);
        if (session is null)
        {
            return SessionErrors.NotFound.ToProblem();
        }

        var outcome = await db.Outcomes.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == sessionId, ct);
        if (outcome is null)
        {
            return SessionErrors.NoOutcome.ToProblem();
        }

        var consents = session.Participants.Where(participant => participant.Consent is not null);
        return TypedResults.Ok(
            new OutcomeResponse(
                outcome.Id,
                session.Id,
                outcome.BoardId,
                outcome.TeamId,
                outcome.CommittedIds,
                outcome.Signature,
                session.OnTheTable!.Certificate,
                session.Figures.FreeSlots - outcome.CommittedIds.Count,
                [.. consents.Select(p => new ConsentView(p.CustomerId, p.Consent!.By, p.Consent.At))],
                outcome.AgreedAt
            )
        );
    }
}
