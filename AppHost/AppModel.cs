using Microsoft.Extensions.Configuration;

namespace FlowPlatform.AppHost;

/// <summary>What the services have alike in the model, whichever engine runs it.</summary>
internal static class AppModel
{
    private const string DevelopmentEnvironment = "Development";

    internal static IResourceBuilder<ProjectResource> AddIdentity(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<PostgresDatabaseResource> database,
        IResourceBuilder<RabbitMQServerResource> messaging
    )
    {
        var identity = builder.AddServiceProcess<Projects.Identity>("identity", database, messaging);
        return identity
            .WithEnvironment("Authentication__Authority", identity.GetEndpoint("http"))
            .WithEnvironment("SigningKeys__EncryptionKeyFile", builder.DataPath("identity-key"))
            .WithEnvironment("Demo__Seed", "true")
            .WithEnvironment("Demo__PasswordFile", builder.DataPath("demo-passwords.txt"));
    }

    internal static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<PostgresDatabaseResource> database,
        IResourceBuilder<RabbitMQServerResource> messaging,
        IResourceBuilder<ProjectResource> identity
    )
        where TProject : IProjectMetadata, new() =>
        builder.AddServiceProcess<TProject>(name, database, messaging).WithTokensOf(identity);

    internal static IResourceBuilder<ProjectResource> AddGateway(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<ProjectResource> identity,
        params IResourceBuilder<ProjectResource>[] services
    )
    {
        var gateway = builder
            .AddProject<Projects.Gateway>("gateway")
            .WithHttpEndpoint(port: builder.Configuration.GetValue("Gateway:Port", 8080))
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/health/ready")
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", DevelopmentEnvironment)
            .WithEnvironment("Gateway__DataFolder", builder.DataPath("gateway"))
            .WithTokensOf(identity);
        return services.Aggregate(gateway, (built, service) => built.WithReference(service));
    }

    private static IResourceBuilder<ProjectResource> AddServiceProcess<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<PostgresDatabaseResource> database,
        IResourceBuilder<RabbitMQServerResource> messaging
    )
        where TProject : IProjectMetadata, new() =>
        builder
            .AddProject<TProject>(name)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health/ready")
            .WithReference(database)
            .WaitFor(database)
            .WithReference(messaging)
            .WaitFor(messaging)
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", DevelopmentEnvironment)
            .WithArgs("migrate", "serve");

    /// <summary>A secret made at first use and kept outside the repository.</summary>
    internal static IResourceBuilder<ParameterResource> AddKeptSecret(
        this IDistributedApplicationBuilder builder,
        string name
    ) => builder.AddParameter(name, new GenerateParameterDefault { MinLength = 48 }, secret: true, persist: true);

    private static string DataPath(this IDistributedApplicationBuilder builder, string name)
    {
        var data = builder.Configuration["DataDirectory"] ?? Path.Combine(builder.AppHostDirectory, "..", ".flow");
        return Path.GetFullPath(Path.Combine(data, name));
    }

    // Nobody waits for identity: its keys are fetched when the first token comes, and all can start at once.
    private static IResourceBuilder<ProjectResource> WithTokensOf(
        this IResourceBuilder<ProjectResource> builder,
        IResourceBuilder<ProjectResource> identity
    ) => builder.WithReference(identity).WithEnvironment("Authentication__Authority", identity.GetEndpoint("http"));
}
