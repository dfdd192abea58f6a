using FlowPlatform.Prioritisation.Domain.Outcomes;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>"We can live with it": a customer's consent to the proposal on the table.</summary>
/// <param name="Proposal">The number of the proposal that you looked at; when another is on the table by now, you are told.</param>
/// <param name="CustomerId">Needed only when you speak for several customers.</param>
public sealed record GiveConsentRequest(int? Proposal = null, Guid? CustomerId = null);

/// <summary>Whether this was the last consent missing, and then the outcome.</summary>
public sealed record GiveConsentResponse(bool IsAgreed, Guid? OutcomeId, int ConsentsGiven, int ConsentsNeeded);

internal static class GiveConsent
{
    internal static void MapGiveConsent(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/{sessionId:guid}/consents", Handle).WithName(nameof(GiveConsent));

    internal static async Task<Results<Ok<GiveConsentResponse>, ProblemHttpResult>> Handle(
        Guid sessionId,
        GiveConsentRequest? request,
        IfMatch ifMatch,
        SessionDesk desk,
        Commitments commitments,
        CancellationToken ct
    )
    {
        var given = await desk.ActAsync(
            sessionId,
            ifMatch,
            sitting => ConsentAsync(desk, commitments, sitting, request ?? new(), ct),
            ct
        );
        return given.IsRefused ? given.Error.ToProblem() : TypedResults.Ok(given.Value);
    }

    private static async Task<Result<GiveConsentResponse>> ConsentAsync(
        SessionDesk desk,
        Commitments commitments,
        Sitting sitting,
        GiveConsentRequest request,
        CancellationToken ct
    )
    {
        var session = sitting.Session;
        var at = await desk.Db.CircumstancesAsync(sitting, ct);
        var agreed = session.GiveConsent(sitting.Actor, request.CustomerId, request.Proposal, at);
        if (agreed.IsRefused)
        {
            return agreed.Error;
        }

        var consents = session.Participants.Where(p => p.Consent?.Proposal == session.OnTheTable!.Number).ToList();
        var given = consents.MaxBy(p => p.Consent!.At)!;
        desk.Audit(session, "ConsentGiven", sitting, new { given.CustomerId, given.Consent!.Proposal });
        ReplenishmentOutcome? outcome = null;
        if (agreed.Value)
        {
            outcome = await commitments.CommitAgreedAsync(sitting, ct);
        }

        return new GiveConsentResponse(agreed.Value, outcome?.Id, consents.Count, session.Participants.Count);
    }
}
