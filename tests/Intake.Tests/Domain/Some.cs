using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Tests.Domain;

/// <summary>Requests as tests need them; a test says only what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid Person = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    public static readonly DeliveringTeam Team = new(
        Guid.Parse("018f0000-0000-7000-8000-000000000002"),
        "Finance Systems"
    );

    public static readonly RequestFields Fields = new(
        "Invoices are printed twice",
        null,
        Practice.Incident,
        WorkCategory.Support,
        ClassOfService.Standard,
        null,
        Severity.Medium,
        Severity.High,
        false
    );

    public static WorkRequest Request(RequestStatus status = RequestStatus.Submitted)
    {
        var id = Guid.CreateVersion7(Now);
        var request = WorkRequest.Submit(id, 128, Fields, Guid.CreateVersion7(Now), null, Person, Now).Value;
        foreach (var step in StepsTo(status))
        {
            step(request);
        }

        request.Status.ShouldBe(status);
        return request;
    }

    private static Action<WorkRequest>[] StepsTo(RequestStatus status)
    {
        Action<WorkRequest> accept = r => r.Accept(Team, Fields, Person, Now).IsRefused.ShouldBeFalse();
        Action<WorkRequest> commit = r => r.FollowCommitment(Team.Id, Now);
        return status switch
        {
            RequestStatus.Submitted => [],
            RequestStatus.Triaged => [accept],
            RequestStatus.Declined => [r => r.Decline("No.", Person, Now)],
            RequestStatus.Withdrawn => [r => r.Withdraw("No.", Person, Now)],
            RequestStatus.Linked => [r => r.LinkTo(Request(), false, Person, Now)],
            RequestStatus.Committed => [accept, commit],
            _ => [accept, commit, r => r.FollowCard(new(Team.Id, 1, "Column", status, Now, Person))],
        };
    }
}
