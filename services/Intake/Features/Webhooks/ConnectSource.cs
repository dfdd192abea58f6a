using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Webhooks;

/// <summary>A ticket tool that shall keep its requests here in step.</summary>
/// <param name="Profile">GitHub signs as GitHub does; the others sign timestamp, delivery and body.</param>
/// <param name="Mapping">The mapping of an import, as JSON text.</param>
public sealed record ConnectSourceRequest(
    [Required] ProfileName? Profile,
    [Required] Guid? CustomerId,
    Guid? TeamId = null,
    string? Source = null,
    string? Mapping = null
);

/// <summary>A connected tool. The secret is told once, when it is connected.</summary>
public sealed record SourceResponse(
    Guid Id,
    ProfileName Profile,
    string Source,
    Guid CustomerId,
    Guid? TeamId,
    bool IsActive,
    string Path,
    string? Secret
);

internal static class ConnectSource
{
    private const int SecretBytes = 32;

    internal static async Task<Results<Created<SourceResponse>, ProblemHttpResult>> Handle(
        ConnectSourceRequest body,
        IntakeDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var query = new ImportQuery(
            body.Profile.ToString(),
            body.CustomerId,
            body.TeamId,
            body.Source,
            null,
            null,
            null,
            body.Mapping
        );
        var order = ImportRequest.Read(query, new UploadKind(FileFormat.Ndjson, null));
        if (order.IsRefused)
        {
            return order.Error.ToProblem();
        }

        if (await StartImport.RefuseAsync(order.Value, db, ct) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var source = new WebhookSource
        {
            Id = Guid.CreateVersion7(),
            Order = order.Value,
            Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)),
            IsActive = true,
            CreatedBy = user.Id,
            CreatedAt = clock.GetUtcNow().ToMicroseconds(),
        };
        db.Add(source);
        db.Audit(new AuditFact("source-connected", "webhook-source", source.Id, user.Id, source.CreatedAt));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created("/intake/webhook-sources", ToResponse(source) with { Secret = source.Secret });
    }

    internal static async Task<Ok<List<SourceResponse>>> List(IntakeDbContext db, CancellationToken ct)
    {
        var sources = await db.Set<WebhookSource>().AsNoTracking().OrderBy(source => source.Id).ToListAsync(ct);
        return TypedResults.Ok(sources.ConvertAll(ToResponse));
    }

    /// <summary>From then on its calls are refused; what came stays.</summary>
    internal static async Task<Results<NoContent, NotFound>> Disconnect(
        Guid sourceId,
        IntakeDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Set<WebhookSource>().SingleOrDefaultAsync(s => s.Id == sourceId, ct) is not { } source)
        {
            return TypedResults.NotFound();
        }

        source.IsActive = false;
        db.Audit(new AuditFact("source-disconnected", "webhook-source", sourceId, user.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static SourceResponse ToResponse(WebhookSource source) =>
        new(
            source.Id,
            source.Order.Profile,
            source.Order.Source,
            source.Order.CustomerId,
            source.Order.TeamId,
            source.IsActive,
            $"/intake/webhooks/{source.Id}",
            null
        );
}
