using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>The facilitator reveals all ballots at once; the platform's proposal is computed in the same act.</summary>
internal static class RevealBallots
{
    internal static void MapRevealBallots(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/{sessionId:guid}/reveal", Handle).WithName(nameof(RevealBallots));

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid sessionId,
        IfMatch ifMatch,
        SessionDesk desk,
        CancellationToken ct
    )
    {
        var revealed = await desk.ActAsync<bool>(
            sessionId,
            ifMatch,
            sitting =>
            {
                var done = sitting.Session.RevealBy(sitting.Actor.PersonId, sitting.Now);
                if (done.IsRefused)
                {
                    return done.Error;
                }

                Tell(desk, sitting, "The facilitator revealed the ballots.");
                return true;
            },
            ct
        );
        return revealed.IsRefused ? revealed.Error.ToProblem() : TypedResults.NoContent();
    }

    internal static void Tell(SessionDesk desk, Sitting sitting, string reason) =>
        desk.Audit(
            sitting.Session,
            "BallotsRevealed",
            sitting,
            new
            {
                Ballots = sitting
                    .Session.Participants.Where(p => p.Ballot is not null)
                    .Select(p => new
                    {
                        p.CustomerId,
                        p.Ballot!.By,
                        Ranking = p.Ballot.Ranking.Groups,
                    }),
                Proposed = sitting.Session.OnTheTable!.OptionIds,
            },
            reason
        );
}
