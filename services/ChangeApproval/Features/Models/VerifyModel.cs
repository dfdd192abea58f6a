using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Models;

internal static class VerifyModel
{
    internal static Error NoSuchModel { get; } =
        new("changes.no-such-model", "There is no such model.", ErrorKind.NotFound);

    internal static void MapVerifyModel(this RouteGroupBuilder changes)
    {
        changes
            .MapPost("/models/{id:guid}:verify", Handle)
            .WithName(nameof(VerifyModel))
            .WithSummary(
                "Proves that the newest version keeps every control, or shows the shortest run that does not."
            );
        changes
            .MapGet("/models/{id:guid}/verification", Last)
            .WithName("GetModelVerification")
            .WithSummary("Gives the newest certificate or counterexample of a model.");
        changes.MapGet("/models/{id:guid}", Get).WithName("GetModel").WithSummary("Gives a model's newest version.");
    }

    private static async Task<Results<Ok<VerificationResponse>, ProblemHttpResult>> Handle(
        Guid id,
        ChangesDbContext db,
        Verifications verifications,
        CancellationToken ct
    )
    {
        if (await LatestAsync(db, id, ct) is not { } latest)
        {
            return NoSuchModel.ToProblem();
        }

        var found = await verifications.VerifyAsync(latest, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(VerificationResponse.From(found));
    }

    private static async Task<Results<Ok<VerificationResponse>, ProblemHttpResult>> Last(
        Guid id,
        ChangesDbContext db,
        CancellationToken ct
    )
    {
        var last = await db
            .Verifications.AsNoTracking()
            .Where(verification => verification.ModelId == id)
            .OrderByDescending(verification => verification.Id)
            .FirstOrDefaultAsync(ct);
        return last is null ? NoSuchModel.ToProblem() : TypedResults.Ok(VerificationResponse.From(last));
    }

    private static async Task<Results<Ok<ModelResponse>, ProblemHttpResult>> Get(
        Guid id,
        ChangesDbContext db,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (id == DefaultModel.Id)
        {
            return TypedResults.Ok(ModelResponse.Default);
        }

        var model = await db.Models.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, ct);
        if (model is null || await LatestAsync(db, id, ct) is not { } latest)
        {
            return NoSuchModel.ToProblem();
        }

        http.SetETag(model.Version);
        return TypedResults.Ok(ModelResponse.From(model, latest));
    }

    private static async Task<ModelVersion?> LatestAsync(ChangesDbContext db, Guid id, CancellationToken ct) =>
        id == DefaultModel.Id
            ? DefaultModel.AsVersion()
            : await db
                .ModelVersions.AsNoTracking()
                .Where(version => version.ModelId == id)
                .OrderByDescending(version => version.Number)
                .FirstOrDefaultAsync(ct);
}
