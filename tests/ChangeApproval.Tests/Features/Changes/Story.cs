using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

/// <summary>A team with a person for each duty, and a change that is valid unless a test says otherwise.</summary>
internal sealed class Story(ChangesFixture fixture)
{
    internal Guid TeamId { get; } = Guid.CreateVersion7();

    internal TestPerson Member(string name) => TestPerson.Member(TeamId, name);

    internal TestPerson Lead(string name) => TestPerson.Lead(TeamId, name);

    internal HttpClient As(TestPerson person) => fixture.ClientFor(person);

    internal object Body(string category = "Normal", string digest = "sha256:one", Guid[]? authors = null) =>
        new
        {
            teamId = TeamId,
            workItemId = Guid.CreateVersion7(),
            category,
            title = "Round interest half up",
            purpose = "The auditors ask for it",
            scope = "The interest run alone",
            systems = new[] { "ledger" },
            riskClass = "Medium",
            implementationDigest = digest,
            testEvidence = "run 7",
            backOutPlan = "Deploy the release before",
            authors = authors ?? [],
        };

    internal object Revision(string title = "Round interest half up", string digest = "sha256:one") =>
        new
        {
            title,
            purpose = "The auditors ask for it",
            scope = "The interest run alone",
            systems = new[] { "ledger" },
            riskClass = "Medium",
            implementationDigest = digest,
            testEvidence = "run 7",
            backOutPlan = "Deploy the release before",
            authors = Array.Empty<Guid>(),
        };

    internal async Task<ChangeResponse> RaiseAsync(TestPerson requester, object? body = null) =>
        await (await As(requester).PostAsync("/changes", body ?? Body())).ReadAsync<ChangeResponse>();

    internal async Task<HttpResponseMessage> ApproveAsync(TestPerson person, Guid change, object? more = null) =>
        await As(person)
            .PostAsync($"/changes/{change}/approvals", more ?? new { verdict = "Approve", reason = "Read" });
}
