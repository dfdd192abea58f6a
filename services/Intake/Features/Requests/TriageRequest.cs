using System.ComponentModel.DataAnnotations;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Copies;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>What triage makes of a request.</summary>
public enum TriageDecision
{
    Accept,
    Decline,
    Link,
}

/// <summary>A triage decision. Accepting may correct what the requester said; what is absent stays as it is.</summary>
/// <param name="TeamId">The delivering team; needed to accept.</param>
/// <param name="Reason">Needed to decline; the requester reads it.</param>
/// <param name="DuplicateOfId">Needed to link.</param>
public sealed record TriageRequestRequest(
    [Required] TriageDecision? Decision,
    Guid? TeamId = null,
    Practice? Practice = null,
    WorkCategory? Category = null,
    ClassOfService? ClassOfService = null,
    bool? IsRegulated = null,
    Severity? Impact = null,
    Severity? Urgency = null,
    DateOnly? DueDate = null,
    [StringLength(WorkRequest.ReasonLength)] string? Reason = null,
    Guid? DuplicateOfId = null
)
{
    internal RequestFields Correct(RequestFields fields) =>
        fields with
        {
            Practice = Practice ?? fields.Practice,
            Category = Category ?? fields.Category,
            ClassOfService = ClassOfService ?? fields.ClassOfService,
            IsRegulated = IsRegulated ?? fields.IsRegulated,
            Impact = Impact ?? fields.Impact,
            Urgency = Urgency ?? fields.Urgency,
            DueDate = DueDate ?? fields.DueDate,
        };
}

internal static class TriageRequest
{
    private static readonly Func<IntakeDbContext, Guid, CancellationToken, Task<TeamCopy?>> ActiveTeam =
        EF.CompileAsyncQuery(
            (IntakeDbContext db, Guid id, CancellationToken _) =>
                db.Teams.AsNoTracking().SingleOrDefault(team => team.Id == id && team.IsActive)
        );

    internal static void MapTriageRequest(this RouteGroupBuilder requests)
    {
        requests.MapPost("/{requestId:guid}/triage", Handle).WithName(nameof(TriageRequest));
        requests.MapPost("/{requestId:guid}/triage:undo", Undo).WithName("UndoAcceptance");
    }

    /// <summary>Takes an acceptance back to the queue, as long as no session has agreed on the request.</summary>
    internal static async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> Undo(
        Guid requestId,
        IfMatch ifMatch,
        RequestDesk desk,
        CancellationToken ct
    ) =>
        await desk.ActAsync(
            requestId,
            ifMatch,
            (user, request) => user.RefuseTriage(request, null),
            (request, act) => Task.FromResult(request.UndoAcceptance(act.By, act.Now)),
            new RequestTold(
                "request-acceptance-undone",
                (request, act) => new RequestReturned(request.Id, request.Version, act.Now, act.By)
            ),
            ct
        );

    internal static async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> Handle(
        Guid requestId,
        TriageRequestRequest body,
        IfMatch ifMatch,
        RequestDesk desk,
        IntakeDbContext db,
        CancellationToken ct
    ) =>
        await desk.ActAsync(
            requestId,
            ifMatch,
            (user, request) => user.RefuseTriage(request, body.TeamId),
            (request, act) => DecideAsync(request, body, act, db, ct),
            new RequestTold($"request-{body.Decision}".ToLowerInvariant(), ToMessage),
            ct
        );

    private static async Task<Result> DecideAsync(
        WorkRequest request,
        TriageRequestRequest body,
        Act act,
        IntakeDbContext db,
        CancellationToken ct
    ) =>
        body.Decision switch
        {
            TriageDecision.Accept => await AcceptAsync(request, body, act, db, ct),
            TriageDecision.Decline => request.Decline(body.Reason, act.By, act.Now),
            _ => await LinkRequest.LinkAsync(request, body.DuplicateOfId, act, db, ct),
        };

    private static async Task<Result> AcceptAsync(
        WorkRequest request,
        TriageRequestRequest body,
        Act act,
        IntakeDbContext db,
        CancellationToken ct
    )
    {
        if ((body.TeamId ?? request.TeamId) is not { } teamId)
        {
            return RequestErrors.TeamNeeded;
        }

        var team = await ActiveTeam(db, teamId, ct);
        return team is null
            ? RequestErrors.UnknownTeam
            : request.Accept(new DeliveringTeam(team.Id, team.Name), body.Correct(request.Fields()), act.By, act.Now);
    }

    private static object ToMessage(WorkRequest request, Act act) =>
        request.Status switch
        {
            RequestStatus.Declined => new RequestDeclined(
                request.Id,
                request.Version,
                request.StatusReason ?? "",
                act.Now,
                act.By
            ),
            RequestStatus.Linked => LinkRequest.ToMessage(request, act),
            _ => request.ToAccepted(act.By, act.Now),
        };
}
