using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.AuditLog;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>A signed tree head. The signature is ES256 over "size|rootHash|signedAt", exactly as written here.</summary>
/// <param name="Size">How many leaves.</param>
/// <param name="RootHash">Hex of the RFC 6962 tree hash over the first Size leaves.</param>
/// <param name="SignedAt">ISO 8601 in the form that was signed.</param>
/// <param name="KeyId">Which key.</param>
/// <param name="Signature">Base64.</param>
/// <param name="PublicKey">Base64 of the key's SubjectPublicKeyInfo. A witness keeps it with the head.</param>
public sealed record TreeHeadResponse(
    long Size,
    string RootHash,
    string SignedAt,
    string KeyId,
    string Signature,
    string PublicKey
)
{
    internal static TreeHeadResponse From(TreeHead head, byte[] publicKey) =>
        new(
            head.Size,
            Convert.ToHexStringLower(head.RootHash),
            head.SignedAt.ToString("O"),
            head.KeyId,
            head.Signature,
            Convert.ToBase64String(publicKey)
        );
}

/// <summary>A key that heads were or are signed with.</summary>
public sealed record LogKeyResponse(string Id, string PublicKey, DateTimeOffset CreatedAt, DateTimeOffset? RetiredAt);

internal static class Heads
{
    private static readonly Error NothingYet = new("audit.log-empty", "There is no fact in the log yet.");

    internal static void MapListHeads(this RouteGroupBuilder log) =>
        log.MapGet("/heads", List).WithName("ListTreeHeads").WithSummary("Lists signed tree heads, newest first.");

    internal static void MapSignHead(this RouteGroupBuilder log) =>
        log.MapPost("/heads", Sign)
            .WithName("SignTreeHead")
            .WithSummary("Signs the present root; gives the last head when nothing was added since.")
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static void MapListKeys(this RouteGroupBuilder log) =>
        log.MapGet("/keys", Keys).WithName("ListLogKeys").WithSummary("Lists the keys that heads are signed with.");

    private static async Task<Results<Ok<Page<TreeHeadResponse>>, ProblemHttpResult>> List(
        [AsParameters] PageQuery page,
        ChangesDbContext db,
        CancellationToken ct
    )
    {
        var before = long.MaxValue;
        if (!Cursor.TryDecode(page.Cursor, ref before))
        {
            return Problems.Field("cursor", "is not one of this list").ToProblem();
        }

        var rows = await db
            .TreeHeads.AsNoTracking()
            .Where(head => head.Size < before)
            .OrderByDescending(head => head.Size)
            .Take(page.Size + 1)
            .Join(db.LogKeys, head => head.KeyId, key => key.Id, (head, key) => new { head, key.PublicKey })
            .OrderByDescending(row => row.head.Size)
            .ToListAsync(ct);
        var heads = rows.Select(row => TreeHeadResponse.From(row.head, row.PublicKey)).ToList();
        return TypedResults.Ok(Page.From(heads, page.Size, head => Cursor.Encode(head.Size)));
    }

    private static async Task<Results<Created<TreeHeadResponse>, Ok<TreeHeadResponse>, ProblemHttpResult>> Sign(
        HeadSigner signer,
        ChangesDbContext db,
        CancellationToken ct
    )
    {
        var (head, isNew) = await signer.SignAsync(ct);
        if (head is null)
        {
            return NothingYet.ToProblem();
        }

        var key = await db.LogKeys.AsNoTracking().SingleAsync(k => k.Id == head.KeyId, ct);
        var response = TreeHeadResponse.From(head, key.PublicKey);
        return isNew ? TypedResults.Created("/audit/log/heads", response) : TypedResults.Ok(response);
    }

    private static async Task<Ok<List<LogKeyResponse>>> Keys(ChangesDbContext db, CancellationToken ct)
    {
        var keys = await db.LogKeys.AsNoTracking().OrderBy(key => key.CreatedAt).ToListAsync(ct);
        return TypedResults.Ok(
            keys.ConvertAll(k => new LogKeyResponse(
                k.Id,
                Convert.ToBase64String(k.PublicKey),
                k.CreatedAt,
                k.RetiredAt
            ))
        );
    }
}
