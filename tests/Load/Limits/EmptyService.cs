using FlowPlatform.Load.Running;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Load.Limits;

/// <summary>
/// What a service holds at least on this machine: a process of its own, started as the services are, with EF Core, MassTransit and one
/// endpoint that reads a row, and nothing else: no token, no telemetry, no outbox, no rules.
/// </summary>
internal static class EmptyService
{
    public const string Verb = "empty-service";

    /// <summary>As many probes of its health as the gateway and AppHost send in some minutes.</summary>
    private const int Probes = 80;

    /// <summary>Serves until its standard input ends.</summary>
    public static async Task ServeAsync(string address, string database, string broker)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddDbContextPool<Contents>(options => options.UseNpgsql(database));
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddConsumer<Reader>();
            bus.UsingRabbitMq(
                (context, rabbit) =>
                {
                    rabbit.Host(new Uri(broker));
                    rabbit.ConfigureEndpoints(context);
                }
            );
        });
        await using var app = builder.Build();
        app.MapGet("/", async (Contents contents) => await contents.Customers.CountAsync());
        await Companion.ServeAsync(app);
    }

    /// <summary>Resident memory in MB of one that has rested for so long.</summary>
    public static async Task<double> MemoryAsync(Platform platform, TimeSpan rest)
    {
        var address = new Uri("http://127.0.0.1:29872");
        var environment = platform.EnvironmentOf("Intake");
        await using var service = await Companion.StartAsync(
            address,
            [Verb, address.ToString(), platform.DatabaseOf("Intake"), environment["ConnectionStrings__messaging"]],
            environment.Where(variable => IsOfTheRuntime(variable.Key))
        );
        using var client = new HttpClient { BaseAddress = address };
        for (var probe = 0; probe < Probes; probe++)
        {
            (await client.GetAsync(new Uri("/", UriKind.Relative))).EnsureSuccessStatusCode();
        }

        await Task.Delay(rest);
        return Processes.ResidentOf(service.ProcessId);
    }

    private static bool IsOfTheRuntime(string variable) =>
        variable.StartsWith("DOTNET_", StringComparison.Ordinal) || variable is "MALLOC_ARENA_MAX" or "PGGSSENCMODE";

    private sealed class Customer
    {
        public Guid Id { get; init; }
    }

    private sealed class Contents(DbContextOptions<Contents> options) : DbContext(options)
    {
        public DbSet<Customer> Customers => Set<Customer>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Customer>(customer =>
            {
                customer.ToTable("customer_copy");
                customer.Property(known => known.Id).HasColumnName("id");
            });
    }

    /// <summary>Nobody sends it.</summary>
    public sealed record Nothing(Guid Id);

    private sealed class Reader : IConsumer<Nothing>
    {
        public Task Consume(ConsumeContext<Nothing> context) => Task.CompletedTask;
    }
}
