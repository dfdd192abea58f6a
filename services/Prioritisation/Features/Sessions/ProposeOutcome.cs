using System.ComponentModel.DataAnnotations;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>A representative puts another proposal on the table; consents to the former one are void.</summary>
/// <param name="OptionIds">In the order in which they are to enter.</param>
/// <param name="Reason">Why this one is better.</param>
/// <param name="CustomerId">Needed only when you speak for several customers.</param>
public sealed record ProposeOutcomeRequest(
    [Required, MinLength(1), MaxLength(ReplenishmentSession.MaxOptions)] IReadOnlyList<Guid>? OptionIds,
    [Required, MaxLength(Objection.ReasonLength)] string? Reason,
    Guid? CustomerId = null
);

/// <summary>The proposal's number, to consent to, and whether a coalition of customers would deserve more.</summary>
public sealed record ProposeOutcomeResponse(int Number, Certificate Certificate);

internal static class ProposeOutcome
{
    internal static void MapProposeOutcome(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/{sessionId:guid}/proposals", Handle).WithName(nameof(ProposeOutcome));

    internal static async Task<Results<Created<ProposeOutcomeResponse>, ProblemHttpResult>> Handle(
        Guid sessionId,
        ProposeOutcomeRequest request,
        IfMatch ifMatch,
        SessionDesk desk,
        CancellationToken ct
    )
    {
        var proposed = await desk.ActAsync(sessionId, ifMatch, sitting => ProposeAsync(desk, sitting, request, ct), ct);
        return proposed.IsRefused
            ? proposed.Error.ToProblem()
            : TypedResults.Created(
                $"/prioritisation/sessions/{sessionId}",
                new ProposeOutcomeResponse(proposed.Value.Number, proposed.Value.Certificate)
            );
    }

    private static async Task<Result<Proposal>> ProposeAsync(
        SessionDesk desk,
        Sitting sitting,
        ProposeOutcomeRequest request,
        CancellationToken ct
    )
    {
        var at = await desk.Db.CircumstancesAsync(sitting, ct);
        var proposed = sitting.Session.Propose(
            sitting.Actor,
            request.CustomerId,
            request.OptionIds!,
            request.Reason!,
            at
        );
        if (!proposed.IsRefused)
        {
            var (number, optionIds, customerId) = (proposed.Value.Number, request.OptionIds, proposed.Value.CustomerId);
            var after = new
            {
                number,
                customerId,
                optionIds,
            };
            desk.Audit(sitting.Session, "OutcomeProposed", sitting, after, request.Reason);
        }

        return proposed;
    }
}
