using FlowPlatform.ServiceDefaults.Live;
using FlowPlatform.ServiceDefaults.Messaging;
using FlowPlatform.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Data;

public static class ServiceDatabase
{
    /// <summary>Most connections that one process of a service opens: six services with two replicas stay below PostgreSQL's limit.</summary>
    private const int PoolSize = 32;

    /// <summary>Adds the service's own database (connection string "boarddb" for board), its context, outbox, inbox and housekeeping.</summary>
    public static WebApplicationBuilder AddServiceDatabase<TContext>(this WebApplicationBuilder builder)
        where TContext : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var service = ServiceHosting.IdentityOf(builder.Services);
        builder.Services.AddSingleton(provider => Connect(provider.GetRequiredService<IConfiguration>(), service));
        builder.Services.AddSingleton<IInterceptor, CommitInterceptor>();
        // Pooled: to make a context costs more than many a request.
        builder.Services.AddDbContextPool<TContext>(
            (provider, options) =>
                options
                    .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                    .AddInterceptors(provider.GetServices<IInterceptor>())
                    // Spans and counters tell of commands already; the text of every command at Information is noise.
                    .ConfigureWarnings(warnings =>
                        warnings.Log((RelationalEventId.CommandExecuted, Microsoft.Extensions.Logging.LogLevel.Debug))
                    ),
            PoolSize
        );
        builder.Services.AddScoped<ServiceDbContext>(provider => provider.GetRequiredService<TContext>());
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<ChangeSignal>();
        builder.Services.AddSingleton<OutboxMetrics>();
        builder.Services.AddHostedService<Housekeeping>();
        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: ["ready"])
            .AddCheck<OutboxHealth>("outbox", tags: ["ready"]);
        return builder;
    }

    private static NpgsqlDataSource Connect(IConfiguration configuration, ServiceIdentity service)
    {
        var text =
            configuration.GetConnectionString(service.Database)
            // The design-time tools build the model and connect nowhere.
            ?? (EF.IsDesignTime ? "Host=design-time" : null)
            ?? throw new InvalidOperationException($"The connection string '{service.Database}' is missing.");
        var source = new NpgsqlDataSourceBuilder(text);
        source.ConnectionStringBuilder.MaxPoolSize = PoolSize;
        source.ConnectionStringBuilder.ApplicationName = service.Name;
        // Nobody changes a pooled session: settings and locks are of a transaction, and those that listen clean up behind them.
        source.ConnectionStringBuilder.NoResetOnClose = true;
        // Plans of hot statements are prepared once a connection.
        source.ConnectionStringBuilder.MaxAutoPrepare = 50;
        source.ConnectionStringBuilder.AutoPrepareMinUsages = 5;
        return source.Build();
    }
}
