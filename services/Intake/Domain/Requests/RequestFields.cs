using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>What the people around a request may edit until it is committed.</summary>
internal sealed record RequestFields(
    string Title,
    string? Description,
    Practice Practice,
    WorkCategory Category,
    ClassOfService ClassOfService,
    DateOnly? DueDate,
    Severity Impact,
    Severity Urgency,
    bool IsRegulated
)
{
    public Error? Check()
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > WorkRequest.TitleLength)
        {
            return RequestErrors.TitleNeeded;
        }

        return ClassOfService is ClassOfService.FixedDate && DueDate is null ? RequestErrors.DueDateNeeded : null;
    }
}
