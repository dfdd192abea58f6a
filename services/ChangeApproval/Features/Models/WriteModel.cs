using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Models;

/// <summary>A new version of a team's processes. It has no effect before it is activated.</summary>
public sealed record WriteModelRequest(
    [property: Required] Guid? TeamId,
    [property: Required, MaxLength(ChangeModel.NameLength)] string? Name,
    [property: Required, MinLength(1), MaxLength(ModelShape.MostCategories)] IReadOnlyList<Process>? Processes
);

internal static class WriteModel
{
    internal static void MapWriteModel(this RouteGroupBuilder changes) =>
        changes
            .MapPut("/models/{id:guid}", Handle)
            .WithName(nameof(WriteModel))
            .WithSummary("Writes a version of a team's own processes, by a lead of the team or a compliance officer.");

    private static async Task<Results<Ok<ModelResponse>, ProblemHttpResult>> Handle(
        Guid id,
        WriteModelRequest request,
        IfMatch ifMatch,
        ModelShelf shelf,
        HttpContext http,
        CancellationToken ct
    )
    {
        var written = await shelf.WriteAsync(id, request, ifMatch, ct);
        if (written.IsRefused)
        {
            return written.Error.ToProblem();
        }

        http.SetETag(written.Value.Version);
        return TypedResults.Ok(written.Value);
    }
}

/// <summary>Where models are kept, and who may write them.</summary>
internal sealed class ModelShelf(ChangesDbContext db, CurrentUser user, TimeProvider clock)
{
    internal bool MayWrite(Guid teamId) => user.IsLead(teamId) || user.HasRole(Roles.ComplianceOfficer) || user.IsAdmin;

    internal async Task<Result<ModelResponse>> WriteAsync(
        Guid id,
        WriteModelRequest request,
        IfMatch ifMatch,
        CancellationToken ct
    )
    {
        var teamId = request.TeamId!.Value;
        if (id == DefaultModel.Id || !MayWrite(teamId))
        {
            return ModelErrors.NotYours;
        }

        if (ModelShape.Check(request.Processes!) is { } malformed)
        {
            return malformed;
        }

        var model = await db.Models.SingleOrDefaultAsync(known => known.Id == id, ct);
        if (model is null)
        {
            model = ChangeModel.Of(id, teamId);
            db.Models.Add(model);
        }

        if ((model.TeamId == teamId ? ifMatch.Check(model.Version) : ModelErrors.OfAnotherTeam) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var written = model.Write(request.Name!, request.Processes!, user.Id, now);
        db.Audit(
            new AuditFact("model.written", "change-model", id, user.Id, now) { After = new { teamId, written.Number } }
        );
        await db.SaveChangesAsync(ct);
        return ModelResponse.From(model, written);
    }
}
