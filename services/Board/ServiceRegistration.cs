using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Flow;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Board.Features.Commitments;
using FlowPlatform.Board.Features.Copies;
using FlowPlatform.Board.Features.Experiments;
using FlowPlatform.Board.Features.Flow;
using FlowPlatform.Board.Features.History;
using FlowPlatform.Board.Features.People;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Live;
using FlowPlatform.ServiceDefaults.Messaging;

namespace FlowPlatform.Board;

internal static class ServiceRegistration
{
    internal static WebApplicationBuilder AddBoard(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.AddServiceDatabase<BoardDbContext>();
        builder.AddServiceBus(bus =>
            bus.AddServiceConsumer<OnWorkItemCommitted>()
                .AddDirectoryConsumer<OnIdentityChanged, DirectoryCopies>()
                .AddServiceConsumer<OnChangeVerdict>()
                .AddServiceConsumer<OnRequestChanged>()
        );
        builder
            .Services.AddOptions<OutcomeOptions>()
            .BindConfiguration(OutcomeOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<WorkflowCache>();
        builder.Services.AddSingleton<BoardMetrics>();
        builder.Services.AddSingleton<BoardSnapshots>();
        builder.Services.AddSingleton<BoardEvents>();
        builder.AddLiveStreams();
        builder.Services.AddScoped<BoardLock>();
        builder.Services.AddScoped<CardWriter>();
        builder.Services.AddScoped<CardOrder>();
        builder.Services.AddScoped<Occupants>();
        builder.Services.AddScoped<Refusals>();
        builder.Services.AddScoped<Absences>();
        builder.Services.AddScoped<WorkflowChanges>();
        builder.Services.AddScoped<BoardQueries>();
        builder.Services.AddScoped<CardQueries>();
        builder.Services.AddScoped<CardNotes>();
        builder.Services.AddScoped<CardActs>();
        builder.Services.AddSingleton<MoveQueue>();
        builder.Services.AddScoped<MovesTogether>();
        builder.Services.AddScoped<CardBatch>();
        builder.Services.AddScoped<CardSplit>();
        builder.Services.AddScoped<Admissions>();
        builder.Services.AddScoped<HistoryWriter>();
        builder.AddMeasures();
        return builder;
    }

    private static void AddMeasures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FlowCache>();
        builder.Services.AddHostedService<FlowFollower>();
        builder.Services.AddScoped<FlowProjection>();
        builder.Services.AddScoped<FlowMonths>();
        builder.Services.AddScoped<FlowReader>();
        builder.Services.AddScoped<FlowPieces>();
        builder.Services.AddScoped<Measures>();
        builder.Services.AddScoped<ExperimentQueries>();
        builder.Services.AddScoped<ExperimentDecisions>();
    }

    internal static WebApplication MapBoard(this WebApplication app)
    {
        var board = app.MapGroup("/board").RequireAuthorization();
        board.MapBoards();
        board.MapCards();
        board.MapPeople();
        board.MapFlow();
        board.MapExperiments();
        board.MapImportHistory();
        return app;
    }
}
