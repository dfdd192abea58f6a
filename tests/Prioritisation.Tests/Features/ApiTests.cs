using FlowPlatform.TestKit;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class ApiTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    [Fact]
    public Task Given_the_committed_document_Then_the_api_is_the_same() =>
        OpenApiSnapshot.ShouldMatchAsync(fixture.ClientFor(null), "prioritisation");

    [Fact]
    public Task Given_no_token_or_no_role_Then_no_endpoint_answers() =>
        OpenApiSnapshot.ShouldGuardEveryEndpointAsync(fixture.ClientFor(null), fixture.ClientFor(TestPerson.Nobody()));

    [Fact]
    public async Task Given_a_missing_board_id_Then_the_ledger_says_what_it_needs()
    {
        var uri = new Uri("/prioritisation/ledger", UriKind.Relative);

        using var response = await fixture.ClientFor(TestPerson.Admin()).GetAsync(uri);

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }
}
