using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features;

public sealed class ApiTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    [Fact]
    public Task Given_the_committed_document_Then_the_api_is_that_one() =>
        OpenApiSnapshot.ShouldMatchAsync(fixture.ClientFor(null), "changes");

    [Fact]
    public Task Given_every_endpoint_Then_it_asks_for_a_token_and_for_a_role() =>
        OpenApiSnapshot.ShouldGuardEveryEndpointAsync(fixture.ClientFor(null), fixture.ClientFor(TestPerson.Nobody()));
}
