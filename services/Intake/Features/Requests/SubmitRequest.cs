using System.ComponentModel.DataAnnotations;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>What a requester says when asking for something.</summary>
/// <param name="CustomerId">The internal customer on whose behalf; the person acts for it.</param>
/// <param name="TeamId">The team that is hoped to deliver; triage decides.</param>
/// <param name="DueDate">Needed for class FixedDate.</param>
public sealed record SubmitRequestRequest(
    [Required] Guid? CustomerId,
    [Required, StringLength(WorkRequest.TitleLength, MinimumLength = 1)] string? Title,
    [StringLength(WorkRequest.DescriptionLength)] string? Description = null,
    Practice Practice = Practice.ServiceRequest,
    WorkCategory Category = WorkCategory.Enhancement,
    ClassOfService ClassOfService = ClassOfService.Standard,
    DateOnly? DueDate = null,
    Severity Impact = Severity.Medium,
    Severity Urgency = Severity.Medium,
    bool IsRegulated = false,
    Guid? TeamId = null
)
{
    internal RequestFields ToFields() =>
        new(Title!, Description, Practice, Category, ClassOfService, DueDate, Impact, Urgency, IsRegulated); // Title is required
}

internal static class SubmitRequest
{
    internal static void MapSubmitRequest(this RouteGroupBuilder requests) =>
        requests.MapPost("/", Handle).WithName(nameof(SubmitRequest));

    internal static async Task<Results<Created<RequestResponse>, ProblemHttpResult>> Handle(
        SubmitRequestRequest body,
        HttpContext http,
        IntakeDbContext db,
        CurrentUser user,
        RequestNumbers numbers,
        IntakeMetrics metrics,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var customerId = body.CustomerId!.Value; // required
        if (user.RefuseSubmit(customerId, body.TeamId, body.Category) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var now = clock.GetUtcNow().ToMicroseconds();
        var submitted = WorkRequest.Submit(
            Guid.CreateVersion7(now),
            await numbers.NextAsync(ct),
            body.ToFields(),
            customerId,
            body.TeamId,
            user.Id,
            now
        );
        if (submitted.IsRefused)
        {
            return submitted.Error.ToProblem();
        }

        var answer = await StoreAsync(submitted.Value, http, db, ct);
        if (answer.Result is Created<RequestResponse>)
        {
            metrics.Submitted();
        }

        return answer;
    }

    private static async Task<Results<Created<RequestResponse>, ProblemHttpResult>> StoreAsync(
        WorkRequest request,
        HttpContext http,
        IntakeDbContext db,
        CancellationToken ct
    )
    {
        db.WillChangeRequest(request.Id);
        db.Audit(request.ToFact("request-submitted", request.SubmittedBy, request.SubmittedAt));
        try
        {
            await using var batch = new NpgsqlBatch();
            batch.BatchCommands.Add(SubmitSql.Insert(request));
            await db.ExecuteAsync(batch, ct);
        }
        catch (PostgresException e) when (SubmitSql.ExplainRefusal(e) is not null)
        {
            return SubmitSql.ExplainRefusal(e)!.ToProblem(); // not null by the filter
        }

        http.SetETag(request.Version);
        return TypedResults.Created($"/intake/requests/{request.Id}", RequestResponse.Of(request));
    }
}
