using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.TestKit;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class SubmitRequestTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_a_requester_of_the_customer_Then_the_request_waits_for_triage_and_is_on_record()
    {
        var body = new
        {
            customerId = intake.Sales,
            title = "Print once",
            impact = "High",
            urgency = "High",
        };

        var response = await intake.PostAsync(intake.Requester, "/intake/requests", body);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var submitted = await IntakeFixture.ReadAsync<RequestResponse>(response);
        var path = response.Headers.Location!.ToString();
        var read = (await intake.GetAsync<RequestDetailResponse>(intake.Requester, path)).Request;
        read.ShouldBe(submitted);
        (read.Status, read.Priority, read.RequesterId).ShouldBe(
            (RequestStatus.Submitted, Priority.P1, intake.Requester.Id)
        );
        read.Key.ShouldStartWith("WR-");
        await intake.Messages.ArrivesAsync<AuditFactRecorded>(f =>
            f.SubjectId == read.Id && f.Action == "request-submitted"
        );
    }

    [Fact]
    public async Task Given_somebody_of_another_customer_Then_it_is_refused_with_the_reason()
    {
        var response = await intake.PostAsync(
            intake.Requester,
            "/intake/requests",
            new { customerId = intake.Treasury, title = "Not mine" }
        );

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await IntakeFixture.CodeAsync(response)).ShouldBe("intake.not-your-customer");
    }

    [Fact]
    public async Task Given_a_team_member_Then_only_the_teams_own_kinds_of_work_are_taken()
    {
        var body = new
        {
            customerId = intake.Sales,
            title = "Pay back",
            teamId = intake.Team,
            category = "TechnicalDebt",
        };

        var own = await intake.PostAsync(intake.Member, "/intake/requests", body);
        var other = await intake.PostAsync(intake.Member, "/intake/requests", body with { category = "Enhancement" });

        own.StatusCode.ShouldBe(HttpStatusCode.Created);
        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"title":"No customer"}""")]
    [InlineData("""{"customerId":"CUSTOMER"}""")]
    [InlineData("""{"customerId":"CUSTOMER","title":""}""")]
    [InlineData("""{"customerId":"CUSTOMER","title":"   "}""")]
    [InlineData("""{"customerId":"CUSTOMER","title":"x","classOfService":"FixedDate"}""")]
    [InlineData("""{"customerId":"CUSTOMER","title":"x","impact":"Enormous"}""")]
    [InlineData("""{"customerId":"CUSTOMER","title":"x","impact":1}""")]
    [InlineData("""{"customerId":"CUSTOMER","title":"x","teamId":"00000000-0000-0000-0000-000000000009"}""")]
    [InlineData("""{"customerId":"CUSTOMER","title":"a\u0000b"}""")]
    [InlineData("""{"customerId":"CUSTOMER","title":"x""")]
    [InlineData("")]
    public async Task Given_a_bad_body_Then_400(string body)
    {
        var text = body.Replace("CUSTOMER", intake.Sales.ToString(), StringComparison.Ordinal);
        using var content = new StringContent(text, System.Text.Encoding.UTF8, "application/json");

        var response = await intake.ClientFor(intake.Requester).PostAsync("/intake/requests", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Given_a_customer_that_identity_never_told_of_Then_400_and_nothing_is_kept()
    {
        var unknown = TestPerson.Requester(Guid.CreateVersion7());
        var body = new { customerId = unknown.Customers[0].Id, title = "Lost" };

        var response = await intake.PostAsync(unknown, "/intake/requests", body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await IntakeFixture.CodeAsync(response)).ShouldBe("intake.unknown-customer");
        intake.Messages.Published<AuditFactRecorded>().ShouldNotContain(fact => fact.Actor == unknown.Id);
    }

    [Fact]
    public async Task Given_the_same_idempotency_key_twice_Then_one_request_and_the_same_answer()
    {
        var client = intake.ClientFor(intake.Requester);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "submit-once");
        var body = new { customerId = intake.Sales, title = "Once only" };

        var first = await IntakeFixture.ReadAsync<RequestResponse>(
            await client.PostAsJsonAsync("/intake/requests", body)
        );
        var second = await IntakeFixture.ReadAsync<RequestResponse>(
            await client.PostAsJsonAsync("/intake/requests", body)
        );
        var other = await client.PostAsJsonAsync("/intake/requests", body with { title = "Another" });

        second.ShouldBe(first);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
