using System.Net;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.ChangeApproval.Features.Deployments;
using FlowPlatform.Contracts.ChangeApproval;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

public sealed class DeploymentTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly Story _story = new(fixture);

    [Fact]
    public async Task Given_a_pipeline_that_knows_the_digest_alone_Then_it_is_denied_before_the_approval_and_allowed_after()
    {
        var pipeline = _story.As(_story.Member("Pipeline"));
        var change = (await _story.RaiseAsync(_story.Member("Rita"), _story.Body(digest: "sha256:p1"))).Change;

        var early = await AskAsync(pipeline, "sha256:p1");
        await (await _story.ApproveAsync(_story.Member("Alex"), change.Id)).ReadAsync<ChangeResponse>();
        var late = await AskAsync(pipeline, "sha256:p1");
        var other = await AskAsync(pipeline, "sha256:p2");

        early.Decision.ShouldBe(PermitDecision.Deny);
        early.Reasons.Single().ShouldContain("not authorised");
        late.Decision.ShouldBe(PermitDecision.Allow);
        late.Reasons.ShouldBeEmpty();
        late.ChangeKey.ShouldBe(change.Key);
        other.Decision.ShouldBe(PermitDecision.Deny);
        (
            await fixture.ScalarAsync<long>($"SELECT count(*) FROM deployment_permit WHERE change_id = '{change.Id}'")
        ).ShouldBe(2);
    }

    [Fact]
    public async Task Given_a_reported_deployment_without_a_change_Then_it_is_flagged_and_published()
    {
        var body = Report("sha256:rogue", TimeProvider.System.GetUtcNow());

        var record = await (
            await _story.As(_story.Member("Pipeline")).PostAsync("/changes/deployments", body)
        ).ReadAsync<DeploymentResponse>();
        var open = await _story.As(TestPerson.Auditor()).GetAsync<ExceptionsResponse>("/changes/reconciliation");

        record.IsException.ShouldBeTrue();
        open.UnauthorisedDeployments.ShouldContain(deployment => deployment.Id == record.Id);
        await fixture.Messages.ArrivesAsync<DeploymentRecorded>(m => m.DeploymentId == record.Id && m.IsException);
    }

    [Fact]
    public async Task Given_an_approval_after_the_deployment_Then_it_is_an_exception_all_the_same()
    {
        var change = (await _story.RaiseAsync(_story.Member("Rita"), _story.Body(digest: "sha256:late"))).Change;
        var at = TimeProvider.System.GetUtcNow();
        await (await _story.ApproveAsync(_story.Member("Alex"), change.Id)).ReadAsync<ChangeResponse>();
        var pipeline = _story.As(_story.Member("Pipeline"));

        var before = await (
            await pipeline.PostAsync("/changes/deployments", Report("sha256:late", at))
        ).ReadAsync<DeploymentResponse>();
        var after = await (
            await pipeline.PostAsync("/changes/deployments", Report("sha256:late", TimeProvider.System.GetUtcNow()))
        ).ReadAsync<DeploymentResponse>();

        before.IsException.ShouldBeTrue();
        before.Reasons.Single().ShouldContain("authorised afterwards");
        after.IsException.ShouldBeFalse();
        after.ChangeId.ShouldBe(change.Id);
    }

    [Fact]
    public async Task Given_an_emergency_whose_review_is_overdue_Then_it_is_among_the_exceptions()
    {
        var rita = _story.Member("Rita");
        var change = (await _story.RaiseAsync(rita, _story.Body("Emergency"))).Change.Id;
        await (await _story.As(rita).PostAsync($"/changes/{change}:implement", new { })).ReadAsync<ChangeResponse>();
        await fixture.SqlAsync(
            $"UPDATE change_request SET review_due_at = now() - interval '1 hour' WHERE id = '{change}'"
        );

        var open = await _story.As(TestPerson.Auditor()).GetAsync<ExceptionsResponse>("/changes/reconciliation");

        open.OverdueReviews.ShouldContain(overdue => overdue.Id == change);
        open.ImplementedWithoutDeployment.ShouldContain(undeployed => undeployed.Id == change);
    }

    [Fact]
    public async Task Given_a_member_Then_the_reconciliation_is_403_and_empty_bodies_are_400()
    {
        var client = _story.As(_story.Member("Max"));

        (await client.GetAsync("/changes/reconciliation")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsync("/changes/permits", new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync("/changes/deployments", new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<PermitResponse> AskAsync(HttpClient client, string digest)
    {
        var ask = new
        {
            system = "ledger",
            implementationDigest = digest,
            environment = "production",
        };
        return await (await client.PostAsync("/changes/permits", ask)).ReadAsync<PermitResponse>();
    }

    private static object Report(string digest, DateTimeOffset at) =>
        new
        {
            system = "ledger",
            implementationDigest = digest,
            environment = "production",
            deployedAt = at,
        };
}
