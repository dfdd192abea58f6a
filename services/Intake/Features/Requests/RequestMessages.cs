using FlowPlatform.Contracts.Intake;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Audit;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>What a request tells the other services and the audit log.</summary>
internal static class RequestMessages
{
    public static RequestAccepted ToAccepted(this WorkRequest request, Guid by, DateTimeOffset now) =>
        new(
            request.Id,
            request.Version,
            request.Key,
            request.Title,
            request.CustomerId,
            request.RequesterId,
            request.TeamId,
            request.Practice.ToString(),
            request.Category.ToString(),
            request.ClassOfService.ToString(),
            request.DueDate,
            request.Priority.ToString(),
            request.IsRegulated,
            request.AcceptedAt ?? now,
            now,
            by
        );

    public static RequestChanged ToChanged(this WorkRequest request, Guid by, DateTimeOffset now) =>
        new(
            request.Id,
            request.Version,
            request.Key,
            request.Title,
            request.CustomerId,
            request.RequesterId,
            request.TeamId,
            request.Practice.ToString(),
            request.Category.ToString(),
            request.ClassOfService.ToString(),
            request.DueDate,
            request.Priority.ToString(),
            request.IsRegulated,
            request.AcceptedAt ?? now,
            now,
            by
        );

    public static AuditFact ToFact(
        this WorkRequest request,
        string action,
        Guid by,
        DateTimeOffset now,
        RequestStatus? before = null
    ) =>
        new(action, "work-request", request.Id, by, now)
        {
            Reason = request.StatusReason,
            Before = before is null ? null : new { Status = before.ToString() },
            After = new
            {
                request.Key,
                request.Version,
                Status = request.Status.ToString(),
                request.CustomerId,
                request.TeamId,
                Category = request.Category.ToString(),
                ClassOfService = request.ClassOfService.ToString(),
                Priority = request.Priority.ToString(),
                request.IsRegulated,
                request.DuplicateOfId,
            },
        };
}
