using System.ComponentModel.DataAnnotations;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Objects to the proposal on the table, or to one option of it. There is no agreement while an objection is open.</summary>
/// <param name="Reason">What must change, in words.</param>
/// <param name="OptionId">The option it is about, when it is about one.</param>
/// <param name="CustomerId">Needed only when you speak for several customers.</param>
public sealed record RaiseObjectionRequest(
    [Required, MaxLength(Objection.ReasonLength)] string? Reason,
    Guid? OptionId = null,
    Guid? CustomerId = null
);

/// <summary>The objection's id, to withdraw or resolve it.</summary>
public sealed record RaiseObjectionResponse(Guid Id);

internal static class RaiseObjection
{
    internal static void MapRaiseObjection(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/{sessionId:guid}/objections", Handle).WithName(nameof(RaiseObjection));

    internal static async Task<Results<Created<RaiseObjectionResponse>, ProblemHttpResult>> Handle(
        Guid sessionId,
        RaiseObjectionRequest request,
        IfMatch ifMatch,
        SessionDesk desk,
        CancellationToken ct
    )
    {
        var raised = await desk.ActAsync(
            sessionId,
            ifMatch,
            sitting =>
            {
                var (session, actor, now) = sitting;
                var objection = session.Object(actor, request.CustomerId, request.OptionId, request.Reason!, now);
                if (!objection.IsRefused)
                {
                    var (id, customerId, proposal) = (
                        objection.Value.Id,
                        objection.Value.CustomerId,
                        objection.Value.Proposal
                    );
                    var after = new
                    {
                        id,
                        customerId,
                        request.OptionId,
                        proposal,
                    };
                    desk.Audit(session, "ObjectionRaised", sitting, after, request.Reason);
                }

                return objection;
            },
            ct
        );
        return raised.IsRefused
            ? raised.Error.ToProblem()
            : TypedResults.Created(
                $"/prioritisation/sessions/{sessionId}",
                new RaiseObjectionResponse(raised.Value.Id)
            );
    }
}
