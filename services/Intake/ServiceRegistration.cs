using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Features.Copies;
using FlowPlatform.Intake.Features.Customers;
using FlowPlatform.Intake.Features.Imports;
using FlowPlatform.Intake.Features.Imports.Running;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.Intake.Features.Webhooks;
using FlowPlatform.Intake.Features.Workload;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Live;
using FlowPlatform.ServiceDefaults.Messaging;

namespace FlowPlatform.Intake;

internal static class ServiceRegistration
{
    internal static WebApplicationBuilder AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.AddServiceDatabase<IntakeDbContext>();
        builder.AddServiceBus(bus =>
            bus.AddDirectoryConsumer<OnIdentityChanged, DirectoryCopies>().AddServiceConsumer<OnBoardChanged>()
        );
        builder.AddLiveStreams();
        builder.Services.AddSingleton<IntakeMetrics>();
        builder.Services.AddSingleton<RequestNumbers>();
        builder.Services.AddScoped<RequestDesk>();
        builder.AddImports();
        return builder;
    }

    internal static WebApplication MapIntake(this WebApplication app)
    {
        var intake = app.MapGroup("/intake").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403);
        intake.MapRequests();
        intake.MapImports();
        intake.MapCustomers();
        intake.MapWorkload();
        intake.MapWebhooks();
        return app;
    }

    private static void AddImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImportSignal>();
        builder.Services.AddSingleton<ImportLease>();
        builder.Services.AddSingleton<ReadPhase>();
        builder.Services.AddSingleton<CasePages>();
        builder.Services.AddScoped<ImportSpool>();
        builder.Services.AddScoped<CaseStore>();
        builder.Services.AddScoped<ApplyPhase>();
        builder.Services.AddScoped<ImportRunner>();
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddHostedService<ImportSweeper>();
    }
}
