using FlowPlatform.TestKit;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class ApiTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public Task Given_the_service_Then_its_document_is_the_committed_one() =>
        OpenApiSnapshot.ShouldMatchAsync(intake.ClientFor(null), "intake");

    [Fact]
    public Task Given_no_token_or_no_role_Then_every_endpoint_refuses() =>
        OpenApiSnapshot.ShouldGuardEveryEndpointAsync(
            intake.ClientFor(null),
            intake.ClientFor(TestPerson.Nobody()),
            "POST /intake/webhooks/{sourceId}"
        );
}
