using System.ComponentModel.DataAnnotations;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>A customer's private ranking. Sent again before the reveal, it replaces the former one.</summary>
/// <param name="Ranking">Groups of option ids, best first; options of a group are tied, those left out stand below all others.</param>
/// <param name="CustomerId">Needed only when you speak for several customers.</param>
public sealed record CastBallotRequest(
    [Required, MaxLength(ReplenishmentSession.MaxOptions)] IReadOnlyList<IReadOnlyList<Guid>>? Ranking,
    Guid? CustomerId = null
);

/// <summary>How far the session is: ballots cast of ballots needed, and whether this one made all of them known.</summary>
public sealed record CastBallotResponse(Guid CustomerId, int BallotsCast, int BallotsNeeded, bool IsRevealed);

internal static class CastBallot
{
    internal static void MapCastBallot(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/{sessionId:guid}/ballots", Handle).WithName(nameof(CastBallot));

    internal static async Task<Results<Ok<CastBallotResponse>, ProblemHttpResult>> Handle(
        Guid sessionId,
        CastBallotRequest request,
        IfMatch ifMatch,
        SessionDesk desk,
        CancellationToken ct
    )
    {
        var cast = await desk.ActAsync(
            sessionId,
            ifMatch,
            sitting =>
            {
                var (session, actor, now) = sitting;
                // A group without options says nothing.
                var ranking = new Ranking([.. request.Ranking!.Where(group => group.Count > 0)]);
                var voice = session.Cast(actor, request.CustomerId, ranking, now);
                if (!voice.IsRefused)
                {
                    Tell(desk, sitting, voice.Value);
                }

                return voice.Map(participant => Respond(session, participant));
            },
            ct
        );
        return cast.IsRefused ? cast.Error.ToProblem() : TypedResults.Ok(cast.Value);
    }

    // What was ranked stays out of the log until it is revealed to everybody.
    private static void Tell(SessionDesk desk, Sitting sitting, Participant voice)
    {
        desk.Audit(sitting.Session, "BallotCast", sitting, new { voice.CustomerId });
        if (sitting.Session.IsRevealed)
        {
            RevealBallots.Tell(desk, sitting, "Every ballot was in.");
        }
    }

    private static CastBallotResponse Respond(ReplenishmentSession session, Participant participant) =>
        new(
            participant.CustomerId,
            session.Participants.Count(p => p.Ballot is not null),
            session.Participants.Count,
            session.IsRevealed
        );
}
