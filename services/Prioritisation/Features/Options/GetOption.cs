using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Options;

/// <summary>Reads one option; its ETag is the version to score against.</summary>
internal static class GetOption
{
    internal static void MapGetOption(this RouteGroupBuilder options) =>
        options.MapGet("/{optionId:guid}", Handle).WithName(nameof(GetOption));

    internal static async Task<Results<Ok<OptionView>, ProblemHttpResult>> Handle(
        Guid optionId,
        PrioritisationDbContext db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var option = await db.Options.AsNoTracking().SingleOrDefaultAsync(o => o.Id == optionId, ct);
        if (option is null || option.Status == OptionStatus.Unknown)
        {
            return OptionErrors.NotFound.ToProblem();
        }

        http.SetETag(option.Version);
        return TypedResults.Ok(OptionView.Of(option));
    }
}
