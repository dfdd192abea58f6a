using FlowPlatform.ServiceDefaults.Operations;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlowPlatform.ServiceDefaults.Messaging;

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
            // MassTransit reports how it is used to its makers unless it is told not to. Where an organisation's work runs, nothing does.
            bus.DisableUsageTelemetry();
            var consumers = new ServiceBusBuilder(service, bus);
            configure?.Invoke(consumers);
            builder.Services.AddSingleton(
                new ServiceQueues([.. consumers.Endpoints.Select(endpoint => endpoint.Queue), .. consumers.Watched])
            );
            // Without the broker requests are still served, and their events wait in the outbox: less than ready, but not out.
            bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
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
