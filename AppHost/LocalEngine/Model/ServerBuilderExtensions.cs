using FlowPlatform.AppHost.LocalEngine.Servers;

namespace Aspire.Hosting;

internal static class ServerBuilderExtensions
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name
    ) => builder.AddResource(new PostgresServerResource(name));

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder,
        string name,
        string? databaseName = null
    )
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        database.WaitsFor.Add(builder.Resource);
        return builder.ApplicationBuilder.AddResource(database);
    }

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name
    ) => builder.AddResource(new RabbitMQServerResource(name));

    // The local engine always keeps data, in the data directory, and always has the management page.
    public static IResourceBuilder<T> WithDataVolume<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithConnectionString
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder;
    }

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(
        this IResourceBuilder<RabbitMQServerResource> builder
    ) => builder;

    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder,
        string name
    )
        where TProject : IProjectMetadata, new() =>
        builder.AddResource(new ProjectResource(name, new TProject().ProjectPath));

    /// <summary>A parameter whose value is made at first use and kept in the data directory.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        ParameterDefault value,
        bool secret = false,
        bool persist = false
    )
    {
        var length = (value as GenerateParameterDefault)?.MinLength ?? 32;
        var path = Path.Combine(builder.Configuration["DataDirectory"] ?? "", "parameters", name);
        return builder.AddResource(
            new ParameterResource(name, () => persist ? Secret.KeptIn(path, length) : Secret.Make(length), secret)
        );
    }
}
