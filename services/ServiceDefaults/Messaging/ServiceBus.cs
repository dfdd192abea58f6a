using FlowPlatform.ServiceDefaults.Operations;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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

public static class ServiceBus
{
    /// <summary>Connects the service to the broker (connection string "messaging") and starts its consumers and its outbox.</summary>
    public static WebApplicationBuilder AddServiceBus(
        this WebApplicationBuilder builder,
        Action<ServiceBusBuilder>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var service = ServiceHosting.IdentityOf(builder.Services);
        builder.Services.TryAddSingleton(provider => new BrokerAddress(
            new Uri(
                provider.GetRequiredService<IConfiguration>().GetConnectionString("messaging")
                    ?? throw new InvalidOperationException(
                        "The connection string 'messaging' (amqp://user:password@host:port/vhost) is missing."
                    )
            )
        ));
        builder.Services.AddMassTransit(bus =>
        {
            var consumers = new ServiceBusBuilder(service, bus);
            configure?.Invoke(consumers);
            builder.Services.AddSingleton(
                new ServiceQueues([.. consumers.Endpoints.Select(endpoint => endpoint.Queue)])
            );
            bus.UsingRabbitMq((context, rabbit) => Connect(context, rabbit, consumers));
        });
        // Consumers in flight finish before the process ends.
        builder.Services.Configure<MassTransitHostOptions>(options => options.StopTimeout = TimeSpan.FromSeconds(8));
        builder.Services.AddSingleton<ErrorQueues>();
        builder.Services.AddHostedService<OutboxDispatcher>();
        builder.Services.AddHostedService<OutboxNotifier>();
        return builder;
    }

    private static void Connect(
        IBusRegistrationContext context,
        IRabbitMqBusFactoryConfigurator rabbit,
        ServiceBusBuilder consumers
    )
    {
        var broker = context.GetRequiredService<BrokerAddress>();
        rabbit.Host(
            broker.Host,
            broker.Port,
            broker.VirtualHost,
            host =>
            {
                host.Username(broker.Username);
                host.Password(broker.Password);
                host.ConnectionName(context.GetRequiredService<ServiceIdentity>().Name);
            }
        );
        foreach (var (queue, endpoint) in consumers.Endpoints)
        {
            rabbit.ReceiveEndpoint(queue, configurator => endpoint(configurator, context));
        }
    }
}

/// <summary>Names of the queues that this service consumes.</summary>
internal sealed record ServiceQueues(IReadOnlyList<string> Names);
