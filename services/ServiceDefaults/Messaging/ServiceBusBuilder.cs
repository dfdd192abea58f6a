using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Directory;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>The consumers of a service: each has a durable quorum queue of its own.</summary>
public sealed class ServiceBusBuilder
{
    /// <summary>How long a message waits for the database, a try a second: an hour, longer than any restart takes.</summary>
    private const int PatienceSeconds = 3600;

    /// <summary>Messages that the broker may send ahead.</summary>
    private const ushort Prefetch = 64;

    private readonly ServiceIdentity _service;
    private readonly IBusRegistrationConfigurator _bus;

    internal ServiceBusBuilder(ServiceIdentity service, IBusRegistrationConfigurator bus) =>
        (_service, _bus) = (service, bus);

    internal List<(
        string Queue,
        Action<IRabbitMqReceiveEndpointConfigurator, IBusRegistrationContext> Configure
    )> Endpoints { get; } = [];

    internal List<string> Watched { get; } = [];

    /// <summary>Adds a consumer by name. Its queue is "board-on-work-item-committed" for OnWorkItemCommitted in board.</summary>
    public ServiceBusBuilder AddServiceConsumer<TConsumer>(Action<ConsumerOptions>? configure = null)
        where TConsumer : class, IConsumer
    {
        var options = new ConsumerOptions();
        configure?.Invoke(options);
        _bus.AddConsumer<TConsumer>();
        Endpoints.Add(
            (
                $"{_service.Name}-{Kebab(typeof(TConsumer).Name)}",
                (endpoint, context) => Configure<TConsumer>(endpoint, context, options)
            )
        );
        return this;
    }

    /// <summary>
    /// Adds the consumer that keeps copies of the organisation. At each start the service tells Identity what it has of it, and Identity
    /// tells again what is missing: events that came before the queue was there, or that a restored database has forgotten.
    /// </summary>
    public ServiceBusBuilder AddDirectoryConsumer<TConsumer, TCopies>()
        where TConsumer : class, IConsumer
        where TCopies : class, IDirectoryCopies
    {
        _bus.AddScoped<IDirectoryCopies, TCopies>();
        _bus.AddHostedService<DirectoryInquiry>();
        _bus.AddSingleton<DirectoryHealth>();
        _bus.AddHealthChecks().AddCheck<DirectoryHealth>("directory", tags: ["ready"]);
        return AddServiceConsumer<TConsumer>();
    }

    /// <summary>Shows the error queue of a queue that the service reads by itself among the others.</summary>
    public ServiceBusBuilder WatchErrorsOf(string queue)
    {
        Watched.Add(queue);
        return this;
    }

    private static void Configure<TConsumer>(
        IRabbitMqReceiveEndpointConfigurator endpoint,
        IBusRegistrationContext context,
        ConsumerOptions options
    )
        where TConsumer : class, IConsumer
    {
        endpoint.SetQuorumQueue();
        endpoint.PrefetchCount = Prefetch;
        options.Configure(endpoint);
        // A database that is away is no fault of the message: it waits, and no good message ends in the error queue.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(PassingFailure.Is);
            retry.Interval(PatienceSeconds, TimeSpan.FromSeconds(1));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(PassingFailure.Is);
            retry.Exponential(
                options.Retries,
                TimeSpan.FromMilliseconds(200),
                TimeSpan.FromSeconds(10),
                TimeSpan.FromMilliseconds(400)
            );
        });
        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
        endpoint.ConfigureConsumer<TConsumer>(context);
    }

    private static string Kebab(string name) => SnakeCase.Of(name).Replace('_', '-');
}
