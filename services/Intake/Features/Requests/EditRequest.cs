using System.ComponentModel.DataAnnotations;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>The whole of what may be edited, until the request is committed.</summary>
public sealed record EditRequestRequest(
    [Required, StringLength(WorkRequest.TitleLength, MinimumLength = 1)] string? Title,
    [StringLength(WorkRequest.DescriptionLength)] string? Description,
    [Required] Practice? Practice,
    [Required] WorkCategory? Category,
    [Required] ClassOfService? ClassOfService,
    DateOnly? DueDate,
    [Required] Severity? Impact,
    [Required] Severity? Urgency,
    bool IsRegulated
)
{
    // All of these are required.
    internal RequestFields ToFields() =>
        new(
            Title!,
            Description,
            Practice!.Value,
            Category!.Value,
            ClassOfService!.Value,
            DueDate,
            Impact!.Value,
            Urgency!.Value,
            IsRegulated
        );
}

internal static class EditRequest
{
    internal static void MapEditRequest(this RouteGroupBuilder requests) =>
        requests.MapPut("/{requestId:guid}", Handle).WithName(nameof(EditRequest));

    internal static async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> Handle(
        Guid requestId,
        EditRequestRequest body,
        IfMatch ifMatch,
        RequestDesk desk,
        CancellationToken ct
    ) =>
        await desk.ActAsync(
            requestId,
            ifMatch,
            (user, request) => user.RefuseEdit(request),
            (request, _) => Task.FromResult(request.Edit(body.ToFields())),
            new RequestTold(
                "request-edited",
                (request, act) => request.AcceptedAt is null ? null : request.ToChanged(act.By, act.Now)
            ),
            ct
        );
}
