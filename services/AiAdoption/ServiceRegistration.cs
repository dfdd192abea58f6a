using FlowPlatform.AiAdoption.Data;
using FlowPlatform.AiAdoption.Features.Adoption;
using FlowPlatform.AiAdoption.Features.People;
using FlowPlatform.AiAdoption.Features.Usage;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Messaging;

namespace FlowPlatform.AiAdoption;

internal static class ServiceRegistration
{
    internal static WebApplicationBuilder AddAiAdoption(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.AddServiceDatabase<AiAdoptionDbContext>();
        builder.AddServiceBus(bus => bus.AddDirectoryConsumer<OnOrganisationChanged, DirectoryCopies>());
        builder.Services.AddScoped<Pseudonyms>();
        builder.Services.AddScoped<UsageWriter>();
        builder.Services.AddScoped<FigureReader>();
        return builder;
    }

    internal static void MapAiAdoption(this WebApplication app)
    {
        var ai = app.MapGroup("/ai")
            .WithTags("AI adoption")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);
        ai.MapImportEvents();
        ai.MapImportSeats();
        ai.MapAdoption();
        ai.MapMyUsage();
    }
}
