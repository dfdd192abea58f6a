using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Delegations;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Delegations;

/// <summary>A person who may judge changes in a scope, whatever team they are in.</summary>
public sealed record ListedAuthority([property: Required] Guid? PersonId, AuthorityScope? Scope);

/// <summary>The whole list: who is not in it any more is no change authority any more.</summary>
public sealed record PutAuthoritiesRequest(
    [property: Required, MaxLength(500)] IReadOnlyList<ListedAuthority>? Authorities
);

internal static class Authorities
{
    /// <summary>The subject of facts about the list.</summary>
    private static readonly Guid ListId = new("00000000-0000-0000-0000-00000000a07a");

    internal static void MapAuthorities(this RouteGroupBuilder changes)
    {
        changes.MapGet("/authorities", List).WithName("ListAuthorities").WithSummary("Lists the change authorities.");
        changes
            .MapPut("/authorities", Put)
            .WithName("PutAuthorities")
            .WithSummary("Replaces the list of change authorities.")
            .RequireRoles(Roles.Admin);
    }

    private static async Task<Ok<List<ListedAuthority>>> List(ChangesDbContext db, CancellationToken ct)
    {
        var listed = await db.Authorities.AsNoTracking().OrderBy(authority => authority.PersonId).ToListAsync(ct);
        return TypedResults.Ok(
            listed.ConvertAll(authority => new ListedAuthority(authority.PersonId, authority.Scope))
        );
    }

    private static async Task<NoContent> Put(
        PutAuthoritiesRequest request,
        ChangesDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var before = await db.Authorities.ToListAsync(ct);
        db.Authorities.RemoveRange(before);
        // Saved first: a person may be removed and added with another scope.
        await db.InTransactionAsync(
            async token =>
            {
                await db.SaveChangesAsync(token);
                db.Authorities.AddRange(ToList(request, user.Id, now));
                db.Audit(
                    new AuditFact("authorities.listed", "change-authorities", ListId, user.Id, now)
                    {
                        Before = before.Select(authority => authority.PersonId),
                        After = request.Authorities!.Select(authority => authority.PersonId),
                    }
                );
                return await db.SaveChangesAsync(token);
            },
            ct
        );
        return TypedResults.NoContent();
    }

    private static IEnumerable<ChangeAuthority> ToList(PutAuthoritiesRequest request, Guid by, DateTimeOffset now) =>
        request
            .Authorities!.DistinctBy(authority => authority.PersonId)
            .Select(listed => new ChangeAuthority
            {
                PersonId = listed.PersonId!.Value,
                Scope = listed.Scope ?? new AuthorityScope(),
                ListedBy = by,
                ListedAt = now,
            });
}
