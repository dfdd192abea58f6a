using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.TestKit;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class TriageRequestTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_a_member_of_the_team_Then_accepting_tells_the_others_everything_of_the_option()
    {
        var request = await intake.SubmitAsync();

        var response = await Triage(
            request,
            intake.Member,
            new
            {
                decision = "Accept",
                teamId = intake.Team,
                isRegulated = true,
            }
        );

        var accepted = await IntakeFixture.ReadAsync<RequestResponse>(response);
        (accepted.Status, accepted.Version, accepted.IsRegulated).ShouldBe((RequestStatus.Triaged, 2, true));
        accepted.Key.ShouldBe(request.Key.Replace("WR-", "FS-", StringComparison.Ordinal));
        var message = await intake.Messages.ArrivesAsync<RequestAccepted>(m => m.RequestId == request.Id);
        (message.Version, message.Key, message.TeamId, message.CustomerId, message.By).ShouldBe(
            (2, accepted.Key, intake.Team, intake.Sales, intake.Member.Id)
        );
        message.AcceptedAt.ShouldBe(accepted.AcceptedAt!.Value);
    }

    [Fact]
    public async Task Given_somebody_outside_the_team_Then_403_with_the_reason_and_nothing_changes()
    {
        var request = await intake.SubmitAsync();
        var body = new { decision = "Accept", teamId = intake.Team };

        var byRequester = await Triage(request, intake.Requester, body);
        var byStranger = await Triage(request, TestPerson.Member(Guid.CreateVersion7()), body);

        byRequester.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        byStranger.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await IntakeFixture.CodeAsync(byStranger)).ShouldBe("intake.not-in-team");
        (await Read(request)).Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"decision":"Perhaps"}""", "")]
    [InlineData("""{"decision":"Accept"}""", "intake.team-needed")]
    [InlineData("""{"decision":"Decline"}""", "intake.reason-needed")]
    [InlineData("""{"decision":"Link"}""", "intake.duplicate-needed")]
    public async Task Given_a_bad_body_Then_400(string body, string code)
    {
        var request = await intake.SubmitAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var response = await intake
            .ClientFor(intake.Member)
            .PostAsync($"/intake/requests/{request.Id}/triage", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        if (code.Length > 0)
        {
            (await IntakeFixture.CodeAsync(response)).ShouldBe(code);
        }
    }

    [Fact]
    public async Task Given_a_declined_request_Then_its_requester_reads_why_and_may_ask_again()
    {
        var request = await intake.SubmitAsync();

        var declined = await IntakeFixture.ReadAsync<RequestResponse>(
            await Triage(request, intake.Member, new { decision = "Decline", reason = "Works as designed" })
        );
        var reopened = await intake.PostAsync(
            intake.Requester,
            $"/intake/requests/{request.Id}/reopen",
            new { reason = "No" }
        );

        (declined.Status, declined.StatusReason).ShouldBe((RequestStatus.Declined, "Works as designed"));
        (await IntakeFixture.ReadAsync<RequestResponse>(reopened)).Status.ShouldBe(RequestStatus.Submitted);
        await intake.Messages.ArrivesAsync<RequestDeclined>(m => m.RequestId == request.Id);
    }

    [Fact]
    public async Task Given_an_acceptance_that_is_taken_back_Then_it_is_decided_anew_and_the_others_hear_of_it()
    {
        var request = await intake.SubmitAsync();
        await Triage(request, intake.Member, new { decision = "Accept", teamId = intake.Team });

        var byRequester = await Undo(request, intake.Requester);
        var undone = await Undo(request, intake.Member);
        var again = await Undo(request, intake.Member);

        byRequester.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var submitted = await IntakeFixture.ReadAsync<RequestResponse>(undone);
        (submitted.Status, submitted.Key, submitted.AcceptedAt).ShouldBe((RequestStatus.Submitted, request.Key, null));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await IntakeFixture.CodeAsync(again)).ShouldBe("intake.wrong-status");
        var message = await intake.Messages.ArrivesAsync<RequestReturned>(m => m.RequestId == request.Id);
        (message.Version, message.By).ShouldBe((3, intake.Member.Id));
    }

    [Fact]
    public async Task Given_a_stale_version_Then_412_and_a_second_acceptance_is_409()
    {
        var request = await intake.SubmitAsync();
        var client = intake.ClientFor(intake.Member);
        client.DefaultRequestHeaders.IfMatch.ParseAdd("\"7\"");
        var body = new { decision = "Accept", teamId = intake.Team };

        var stale = await client.PostAsJsonAsync($"/intake/requests/{request.Id}/triage", body);
        await Triage(request, intake.Member, body);
        var second = await Triage(request, intake.Member, body);

        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await IntakeFixture.CodeAsync(second)).ShouldBe("intake.wrong-status");
    }

    [Fact]
    public async Task Given_twenty_acceptances_at_once_Then_one_is_and_one_event_goes_out()
    {
        var request = await intake.SubmitAsync();
        var body = new { decision = "Accept", teamId = intake.Team };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Triage(request, intake.Member, body)));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(19);
        await intake.Messages.ArrivesAsync<RequestAccepted>(m => m.RequestId == request.Id);
        intake.Messages.Published<RequestAccepted>().Count(m => m.RequestId == request.Id).ShouldBe(1);
    }

    private Task<HttpResponseMessage> Undo(RequestResponse request, TestPerson by) =>
        intake.PostAsync(by, $"/intake/requests/{request.Id}/triage:undo", new { });

    private Task<HttpResponseMessage> Triage(RequestResponse request, TestPerson by, object body) =>
        intake.PostAsync(by, $"/intake/requests/{request.Id}/triage", body);

    private async Task<RequestResponse> Read(RequestResponse request) =>
        (await intake.GetAsync<RequestDetailResponse>(intake.Member, $"/intake/requests/{request.Id}")).Request;
}
