using System.Net;
using System.Text;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Domain.Webhooks;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.Intake.Features.Webhooks;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class WebhookTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private const string Opened = """
        {"action":"opened","issue":{"number":7,"html_url":"https://hook/7","title":"From a hook","state":"open","created_at":"2024-01-01T00:00:00Z"}}
        """;

    [Fact]
    public async Task Given_githubs_signature_Then_the_issue_becomes_a_request_once_and_a_replay_is_refused()
    {
        var source = await ConnectAsync(ProfileName.GitHub);

        var first = await SendGitHubAsync(source, Opened, "d-1");
        var replay = await SendGitHubAsync(source, Opened, "d-1");
        var closed = await SendGitHubAsync(
            source,
            Opened.Replace("\"open\"", "\"closed\",\"closed_at\":\"2024-01-02T00:00:00Z\"", StringComparison.Ordinal),
            "d-2"
        );

        first.StatusCode.ShouldBe(HttpStatusCode.NoContent, await first.Content.ReadAsStringAsync());
        (await IntakeFixture.CodeAsync(replay)).ShouldBe("intake.replayed");
        closed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var found = await intake.GetAsync<Page<RequestResponse>>(intake.Member, "/intake/requests?q=From%20hook");
        var request = found.Items.ShouldHaveSingleItem();
        (request.Status, request.Version, request.ExternalReference).ShouldBe(
            (RequestStatus.Done, 2, "https://hook/7")
        );
    }

    [Fact]
    public async Task Given_a_wrong_signature_an_old_call_or_no_id_Then_it_is_refused_and_nothing_happens()
    {
        var source = await ConnectAsync(ProfileName.Generic);
        var body = """{"Reference":"G-1","Title":"Generic hook","OpenedAt":"2024-01-01"}""";
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

        (await SendAsync(source with { Secret = "guess" }, body, "d", now)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await SendAsync(source, body, "d", now - 301)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(source, body, "", now)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(source, "[]", "d", now)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await intake.GetAsync<Page<RequestResponse>>(intake.Member, "/intake/requests?q=G-1")).Items.ShouldBeEmpty();

        (await SendAsync(source, body, "d", now)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await intake
            .ClientFor(TestPerson.Admin())
            .DeleteAsync(new Uri($"/intake/webhook-sources/{source.Id}", UriKind.Relative));
        (await SendAsync(source, body, "e", now)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Given_somebody_who_is_no_administrator_Then_connecting_is_403_and_a_bad_one_400()
    {
        var body = new { profile = "GitHub", customerId = intake.Sales };

        (await intake.PostAsync(intake.Member, "/intake/webhook-sources", body)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await intake.PostAsync(TestPerson.Admin(), "/intake/webhook-sources", new { })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    private async Task<SourceResponse> ConnectAsync(ProfileName profile) =>
        await IntakeFixture.ReadAsync<SourceResponse>(
            await intake.PostAsync(
                TestPerson.Admin(),
                "/intake/webhook-sources",
                new { profile, customerId = intake.Sales }
            )
        );

    private Task<HttpResponseMessage> SendGitHubAsync(SourceResponse source, string body, string delivery)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return SendAsync(
            source,
            bytes,
            ("X-Hub-Signature-256", WebhookSignature.Sign(source.Secret!, "", bytes)),
            ("X-GitHub-Delivery", delivery)
        );
    }

    private Task<HttpResponseMessage> SendAsync(SourceResponse source, string body, string delivery, long timestamp)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return SendAsync(
            source,
            bytes,
            ("X-Signature", WebhookSignature.Sign(source.Secret!, $"{timestamp}.{delivery}.", bytes)),
            ("X-Timestamp", $"{timestamp}"),
            ("X-Delivery", delivery)
        );
    }

    private async Task<HttpResponseMessage> SendAsync(
        SourceResponse source,
        byte[] body,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(source.Path, UriKind.Relative));
        request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await intake.ClientFor(null).SendAsync(request);
    }
}
