namespace FlowPlatform.Architecture.Tests;

/// <summary>A service cannot tell who started it: the deployments give the names that AppHost gives.</summary>
public sealed class DeploymentTests
{
    // In Development a service makes these by itself, or does without; a deployment decides them.
    private static readonly string[] DeploymentsOwn =
    [
        "AuditLog__KeySecret",
        "ForwardedHeaders__KnownNetworks__0",
        "SigningKeys__EncryptionKey",
        "FirstAdministrator__Name",
        "FirstAdministrator__Email",
        "FirstAdministrator__Password",
    ];

    private static readonly string[] ForAll =
    [
        "ASPNETCORE_URLS",
        "Authentication__Authority",
        "services__identity__http__0",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_PROTOCOL",
    ];

    public static TheoryData<string> Kinds => ["compose", "kubernetes"];

    [Fact]
    public void Given_the_app_model_Then_each_service_is_found_in_it() =>
        Deployments.OfModel().Count.ShouldBe(Sources.Services.Count);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Given_a_variable_that_AppHost_gives_Then_the_deployment_gives_it(string kind)
    {
        var deployed = Of(kind);

        foreach (var (service, variables) in Deployments.OfModel())
        {
            variables.Count.ShouldBeGreaterThanOrEqualTo(2, service);
            variables.Concat(ForAll).Except(deployed[service]).ShouldBeEmpty($"{service} in {kind}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Given_a_variable_of_the_deployment_Then_AppHost_gives_it_or_a_deployment_decides_it(string kind)
    {
        foreach (var (service, variables) in Deployments.OfModel())
        {
            var known = variables.Concat(ForAll).Concat(DeploymentsOwn);
            var telemetry = Of(kind)[service].Where(name => name.StartsWith("OTEL_", StringComparison.Ordinal));

            Of(kind)[service].Except(known).Except(telemetry).ShouldBeEmpty($"{service} in {kind}: nobody reads these");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Given_a_service_Then_the_gateway_knows_where_it_is(string kind)
    {
        var expected = Deployments.OfModel().Keys.Select(name => $"services__{name}__http__0");

        expected.Except(Of(kind)["gateway"]).ShouldBeEmpty(kind);
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(string kind) =>
        kind == "compose" ? Deployments.OfCompose() : Deployments.OfKubernetes();
}
