namespace Aspire.Hosting;

internal static class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.WithEnvironment(name, () => value);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder,
        string name,
        EndpointReference endpoint
    )
        where T : IResourceWithEnvironment => builder.WithEnvironment(name, () => endpoint.Url);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder,
        string name,
        IResourceBuilder<ParameterResource> parameter
    )
        where T : IResourceWithEnvironment => builder.WithEnvironment(name, () => parameter.Resource.Value);

    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<IResourceWithConnectionString> source
    )
        where T : IResourceWithEnvironment
    {
        builder.Own().References.Add(source.Own());
        return builder;
    }

    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<IResourceWithServiceDiscovery> source
    )
        where T : IResourceWithEnvironment
    {
        builder.Own().References.Add(source.Own());
        return builder;
    }

    public static IResourceBuilder<T> WaitFor<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<IResource> dependency
    )
        where T : IResourceWithWaitSupport
    {
        builder.Own().WaitsFor.Add(dependency.Own());
        return builder;
    }

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args)
        where T : IResourceWithArgs
    {
        builder.Own().Arguments.AddRange(args);
        return builder;
    }

    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        string name = "http"
    )
        where T : IResourceWithEndpoints
    {
        builder.Own().Endpoints.Add(new Endpoint(name, port));
        return builder;
    }

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        builder.Own().Endpoints.ForEach(endpoint => endpoint.IsExternal = true);
        return builder;
    }

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string path)
        where T : IResourceWithEndpoints
    {
        builder.Own().HealthPath = path;
        return builder;
    }

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new(builder.Own().Endpoints.Single(endpoint => endpoint.Name == name));

    private static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder,
        string name,
        Func<string?> value
    )
        where T : IResourceWithEnvironment
    {
        builder.Own().Environment[name] = value;
        return builder;
    }

    // Every resource of this engine derives from the one class; the interfaces are there for the model's own syntax.
    private static Resource Own<T>(this IResourceBuilder<T> builder)
        where T : IResource => (Resource)(object)builder.Resource;
}
