using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Features.Models;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Controls;

/// <summary>A new version of a control set; it is in force at once, for every act from then on.</summary>
/// <param name="Name">What the set is called.</param>
/// <param name="Controls">All its controls.</param>
/// <param name="MustComplyBy">By when teams whose processes do not keep them must have changed those.</param>
public sealed record WriteControlSetRequest(
    [property: Required, MaxLength(ControlSet.NameLength)] string? Name,
    [property: Required, MaxLength(ControlSet.MostControls)] IReadOnlyList<Control>? Controls,
    DateTimeOffset? MustComplyBy
);

/// <summary>A control set, and the active models that do not provably keep all controls with it.</summary>
public sealed record ControlSetResponse(
    Guid Id,
    string Name,
    int Number,
    IReadOnlyList<Control> Controls,
    DateTimeOffset? MustComplyBy,
    IReadOnlyList<VerificationResponse> FallenOut,
    long Version
)
{
    internal static ControlSetResponse From(
        ControlSet set,
        ControlSetVersion latest,
        IReadOnlyList<VerificationResponse> fallenOut
    ) => new(set.Id, latest.Name, latest.Number, latest.Controls, latest.MustComplyBy, fallenOut, set.Version);
}

internal static class WriteControlSet
{
    internal static void MapWriteControlSet(this RouteGroupBuilder changes) =>
        changes
            .MapPut("/control-sets/{id:guid}", Handle)
            .WithName(nameof(WriteControlSet))
            .WithSummary("Writes a version of a control set, and verifies every active model against it.")
            .RequireRoles(Roles.ComplianceOfficer);

    private static async Task<Results<Ok<ControlSetResponse>, ProblemHttpResult>> Handle(
        Guid id,
        WriteControlSetRequest request,
        IfMatch ifMatch,
        ChangesDbContext db,
        ActiveModels models,
        CurrentUser user,
        TimeProvider clock,
        HttpContext http,
        CancellationToken ct
    )
    {
        var set = await db.ControlSets.SingleOrDefaultAsync(known => known.Id == id, ct);
        if (set is null)
        {
            set = ControlSet.New(id);
            db.ControlSets.Add(set);
        }

        if (ifMatch.Check(set.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        var now = clock.GetUtcNow();
        var written = set.Write(
            request.Name!,
            request.Controls!,
            request.MustComplyBy?.ToUniversalTime(),
            user.Id,
            now
        );
        if (written.IsRefused)
        {
            return written.Error.ToProblem();
        }

        Record(db, written.Value);
        await db.SaveChangesAsync(ct);
        var fallenOut = await models.FallenOutAsync(ct);
        http.SetETag(set.Version);
        return TypedResults.Ok(ControlSetResponse.From(set, written.Value, fallenOut));
    }

    private static void Record(ChangesDbContext db, ControlSetVersion written) =>
        db.Audit(
            new AuditFact("control-set.written", "control-set", written.SetId, written.By, written.At)
            {
                After = new { written.Number, controls = written.Controls.Select(control => control.Name) },
            }
        );
}

/// <summary>The models that are in use, and how they stand to the controls of now.</summary>
internal sealed class ActiveModels(ChangesDbContext db, Verifications verifications)
{
    internal async Task<List<VerificationResponse>> FallenOutAsync(CancellationToken ct)
    {
        var active = await db
            .Models.AsNoTracking()
            .Join(
                db.ModelVersions,
                model => new { ModelId = model.Id, Number = model.ActiveNumber },
                version => new { version.ModelId, Number = (int?)version.Number },
                (model, version) => version
            )
            .ToListAsync(ct);
        var fallenOut = new List<VerificationResponse>();
        foreach (var version in active.Append(Domain.Models.DefaultModel.AsVersion()))
        {
            var found = await verifications.VerifyAsync(version, ct);
            if (!found.IsCertified)
            {
                fallenOut.Add(VerificationResponse.From(found));
            }
        }

        await db.SaveChangesAsync(ct);
        return fallenOut;
    }
}
