using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>A step of the token's person, with its reason.</summary>
public sealed record TakeStepRequest([property: MaxLength(Verdict.ReasonLength)] string? Reason, Guid? OnBehalfOf);

/// <summary>The steps that leave a change's content alone.</summary>
internal static class TakeStep
{
    internal static void MapTakeStep(this RouteGroupBuilder changes)
    {
        Map(changes, "/{id:guid}:implement", ActKind.Implement, "Implements an authorised change.");
        Map(changes, "/{id:guid}:withdraw", ActKind.Withdraw, "Withdraws a change; it ends, and is not rejected.");
        Map(changes, "/{id:guid}/review", ActKind.Review, "Reviews an emergency after it was implemented.");
    }

    private static void Map(RouteGroupBuilder changes, string path, ActKind act, string summary) =>
        changes
            .MapPost(
                path,
                (
                    Guid id,
                    TakeStepRequest request,
                    IfMatch ifMatch,
                    ChangeDesk desk,
                    ChangeAnswer answer,
                    ChangesDbContext db,
                    CancellationToken ct
                ) => HandleAsync(act, (id, request, ifMatch), desk, answer, db, ct)
            )
            .WithName($"{act}Change")
            .WithSummary(summary);

    private static async Task<Results<Ok<ChangeResponse>, ProblemHttpResult>> HandleAsync(
        ActKind act,
        (Guid Id, TakeStepRequest Request, IfMatch IfMatch) wish,
        ChangeDesk desk,
        ChangeAnswer answer,
        ChangesDbContext db,
        CancellationToken ct
    )
    {
        var (id, request, ifMatch) = wish;
        var taken = await desk.ActAsync(id, (act, request.OnBehalfOf), ifMatch, s => Take(s, request.Reason, db), ct);
        return await answer.OfAsync(taken, ct);
    }

    private static Result Take(Seat seat, string? reason, ChangesDbContext db)
    {
        var (change, act) = (seat.Change, seat.Act with { HasReason = !string.IsNullOrWhiteSpace(reason) });
        var step = change.Take(seat.Rules, act, seat.Now);
        if (step.IsRefused)
        {
            return step.Error;
        }

        db.Fact(change, ActionOf(act.Kind), act.Person, seat.Now, reason, new { change.State, act.OnBehalfOf });
        db.Moved(change, act.Kind, act.Person, seat.Now);
        db.AuthorisedIf(change, step.Value.IsAuthorised, act.Person, seat.Now);
        return Result.Ok;
    }

    private static string ActionOf(ActKind act) =>
        act switch
        {
            ActKind.Implement => "change.implemented",
            ActKind.Review => "change.reviewed",
            _ => "change.withdrawn",
        };
}
