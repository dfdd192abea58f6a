using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>The whole new content. Approvals of unchanged facets are carried over, the others lapse.</summary>
public sealed record ReviseChangeRequest : ChangeContentRequest
{
    [MaxLength(Verdict.ReasonLength)]
    public string? Reason { get; init; }
}

internal static class ReviseChange
{
    internal static void MapReviseChange(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/{id:guid}/revisions", Handle)
            .WithName(nameof(ReviseChange))
            .WithSummary("Gives a change new content; the person of the token becomes one of its authors.");

    private static async Task<Results<Ok<ChangeResponse>, ProblemHttpResult>> Handle(
        Guid id,
        ReviseChangeRequest request,
        IfMatch ifMatch,
        ChangeDesk desk,
        ChangeAnswer answer,
        ChangesDbContext db,
        CancellationToken ct
    )
    {
        var revised = await desk.ActAsync(
            id,
            (ActKind.Revise, null),
            ifMatch,
            seat =>
            {
                var step = seat.Change.Revise(seat.Rules, seat.Act, request.ToContent(), request.Reason, seat.Now);
                if (step.IsRefused)
                {
                    return step.Error;
                }

                db.Revised(seat.Change, step.Value);
                return Result.Ok;
            },
            ct
        );
        return await answer.OfAsync(revised, ct);
    }
}
