using System.Security.Cryptography;
using System.Text;
using FlowPlatform.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ServiceDefaults.Idempotency;

/// <summary>How an idempotent request is recognised, claimed, and its answer kept and found again.</summary>
internal static class IdempotentAnswers
{
    public static async Task<byte[]> HashAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n")
        );
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        context.Request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    // Waits for a transaction that claims the same key, and then sees its row.
    public static async Task<bool> ClaimAsync(
        ServiceDbContext database,
        IdempotentAnswer answer,
        CancellationToken cancellationToken
    ) =>
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO idempotent_answer (person_id, key, request_hash, status, created_at)
            VALUES ({answer.PersonId}, {answer.Key}, {answer.RequestHash}, 0, {answer.CreatedAt}) ON CONFLICT DO NOTHING
            """,
            cancellationToken
        ) == 1;

    public static async Task StoreAsync(
        HttpContext context,
        ServiceDbContext database,
        IdempotentAnswer answer,
        byte[] body
    ) =>
        await database.Database.ExecuteSqlAsync(
            $"""
            UPDATE idempotent_answer SET status = {context.Response.StatusCode}, content_type = {context.Response.ContentType},
              location = {(string?)context.Response.Headers.Location}, entity_tag = {(string?)
                context.Response.Headers.ETag}, body = {body}
            WHERE person_id = {answer.PersonId} AND key = {answer.Key}
            """,
            context.RequestAborted
        );

    public static Task<IdempotentAnswer?> FindAsync(
        ServiceDbContext database,
        IdempotentAnswer asked,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<IdempotentAnswer>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                answer => answer.PersonId == asked.PersonId && answer.Key == asked.Key,
                cancellationToken
            );
}
