using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Features;
using FlowPlatform.Prioritisation.Features.Copies;
using FlowPlatform.Prioritisation.Features.Ledger;
using FlowPlatform.Prioritisation.Features.Options;
using FlowPlatform.Prioritisation.Features.Sessions;
using FlowPlatform.Prioritisation.Features.Values;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Messaging;

namespace FlowPlatform.Prioritisation;

internal static class ServiceRegistration
{
    internal static WebApplicationBuilder AddPrioritisation(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.AddServiceDatabase<PrioritisationDbContext>();
        builder.AddServiceBus(bus =>
            bus.AddDirectoryConsumer<OnDirectory, DirectoryCopies>()
                .AddServiceConsumer<OnRequests>(OnRequests.InOrder)
                .AddServiceConsumer<OnCards>()
        );
        builder
            .Services.AddOptions<OutcomeSigning>()
            .BindConfiguration(OutcomeSigning.Section)
            .Validate(signing => signing.SigningKey.Length >= OutcomeSigning.KeyLength, OutcomeSigning.Missing)
            .ValidateOnStart();
        builder.Services.AddScoped<SessionDesk>();
        builder.Services.AddScoped<Commitments>();
        builder.Services.AddSingleton<PrioritisationMetrics>();
        builder.Services.AddHostedService<ExpireSessions>();
        return builder;
    }

    internal static WebApplication MapPrioritisation(this WebApplication app)
    {
        var prioritisation = app.MapGroup("/prioritisation")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        prioritisation.MapOptions();
        prioritisation.MapSessions();
        prioritisation.MapLedger();
        prioritisation.MapValues();
        return app;
    }
}
