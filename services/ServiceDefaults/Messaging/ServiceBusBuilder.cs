using MassTransit;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>How a consumer's queue is run.</summary>
public sealed class ConsumerOptions
{
    /// <summary>Messages handled at once. One keeps the order of the queue.</summary>
    public int ConcurrentMessages { get; set; } = 1;

    /// <summary>Messages that the broker may send ahead.</summary>
    public ushort Prefetch { get; set; } = 64;

    /// <summary>False for a consumer that recognises redelivery by itself, such as a batch consumer.</summary>
    public bool UsesInbox { get; set; } = true;

    /// <summary>Retries with growing pauses before the message goes to the error queue.</summary>
    public int Retries { get; set; } = 5;

    /// <summary>Last word on the receive endpoint, for what the options do not cover.</summary>
    public Action<IRabbitMqReceiveEndpointConfigurator, IBusRegistrationContext>? Endpoint { get; set; }
}

/// <summary>The consumers of a service: each has a durable quorum queue of its own.</summary>
public sealed class ServiceBusBuilder
{
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
        endpoint.PrefetchCount = options.Prefetch;
        endpoint.ConcurrentMessageLimit = options.ConcurrentMessages;
        endpoint.UseMessageRetry(retry =>
            retry.Exponential(
                options.Retries,
                TimeSpan.FromMilliseconds(200),
                TimeSpan.FromSeconds(10),
                TimeSpan.FromMilliseconds(400)
            )
        );
        if (options.UsesInbox)
        {
            endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
        }

        options.Endpoint?.Invoke(endpoint, context);
        endpoint.ConfigureConsumer<TConsumer>(context);
    }

    private static string Kebab(string name) => Data.SnakeCase.Of(name).Replace('_', '-');
}
