using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Features.AuditLog;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.ChangeApproval.Features.Controls;
using FlowPlatform.ChangeApproval.Features.Copies;
using FlowPlatform.ChangeApproval.Features.Deployments;
using FlowPlatform.ChangeApproval.Features.Models;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Live;
using FlowPlatform.ServiceDefaults.Messaging;

namespace FlowPlatform.ChangeApproval;

internal static class ServiceRegistration
{
    internal static WebApplicationBuilder AddChangeApproval(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.AddServiceDatabase<ChangesDbContext>();
        builder.AddServiceBus(bus =>
            bus.AddDirectoryConsumer<OnOrganisationChanged, DirectoryCopies>()
                .AddServiceConsumer<OnWorkItemPlaced>(OnWorkItemPlaced.InOrder)
                .WatchErrorsOf(AuditFeedQueue.Name)
        );
        builder.AddLiveStreams();
        builder.AddChanges();
        builder.AddAuditLog();
        return builder;
    }

    internal static void MapChangeApproval(this WebApplication app)
    {
        var changes = app.MapGroup("/changes")
            .WithTags("Changes")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        changes.MapChanges();
        app.MapAuditLog();
    }

    private static void AddChanges(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChangeMetrics>();
        builder.Services.AddScoped<Rulebooks>();
        builder.Services.AddScoped<Standings>();
        builder.Services.AddScoped<WaitingChanges>();
        builder.Services.AddScoped<Refusals>();
        builder.Services.AddScoped<ChangeDesk>();
        builder.Services.AddScoped<RaisedChanges>();
        builder.Services.AddScoped<ChangeReader>();
        builder.Services.AddScoped<ChangeAnswer>();
        builder.Services.AddScoped<CoveringChanges>();
        builder.Services.AddScoped<Verifications>();
        builder.Services.AddScoped<ModelShelf>();
        builder.Services.AddScoped<ActiveModels>();
    }

    private static void AddAuditLog(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LogMetrics>();
        builder.Services.AddSingleton<LogWriter>();
        builder.Services.AddSingleton<FeedTraces>();
        builder.Services.AddSingleton<KeySeal>();
        builder.Services.AddScoped<LogKeyring>();
        builder.Services.AddScoped<HeadSigner>();
        builder.Services.AddScoped<ReadAccount>();
        builder.Services.AddHostedService<AuditFeed>();
        builder.Services.AddHostedService<HeadClock>();
    }
}
