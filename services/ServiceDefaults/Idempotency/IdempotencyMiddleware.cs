using System.Security.Cryptography;
using System.Text;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlowPlatform.ServiceDefaults.Idempotency;

/// <summary>Marks an endpoint that keeps its own account of repetition, such as a long upload: the header has no effect there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnIdempotencyAttribute : Attribute;

/// <summary>
/// Gives the same answer to the same request under the same Idempotency-Key, with one effect: the answer is stored in the transaction
/// of the effect. A second request that arrives meanwhile waits for the first. Another request under the same key is refused with 422.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";

    public async Task InvokeAsync(HttpContext context, ServiceDbContext database, CurrentUser user, TimeProvider clock)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || !Applies(context))
        {
            await next(context);
            return;
        }

        if (key.Length > IdempotentAnswer.KeyLength)
        {
            await Problems
                .Field(Header, $"at most {IdempotentAnswer.KeyLength} characters")
                .ToProblem()
                .ExecuteAsync(context);
            return;
        }

        var answer = new IdempotentAnswer
        {
            PersonId = user.Id,
            Key = key,
            RequestHash = await HashAsync(context),
            CreatedAt = clock.GetUtcNow(),
        };
        await using var transaction = await database.Database.BeginTransactionAsync(context.RequestAborted);
        if (await ClaimAsync(database, answer, context.RequestAborted))
        {
            await AnswerAndStoreAsync(context, database, answer, transaction);
            return;
        }

        await transaction.RollbackAsync(context.RequestAborted);
        await RepeatAsync(context, database, answer);
    }

    private static bool Applies(HttpContext context)
    {
        var method = context.Request.Method;
        return context.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<OwnIdempotencyAttribute>() is null
            && context.User.Identity?.IsAuthenticated == true
            && (
                HttpMethods.IsPost(method)
                || HttpMethods.IsPut(method)
                || HttpMethods.IsPatch(method)
                || HttpMethods.IsDelete(method)
            );
    }

    private static async Task<byte[]> HashAsync(HttpContext context)
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
    private static async Task<bool> ClaimAsync(
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

    private async Task AnswerAndStoreAsync(
        HttpContext context,
        ServiceDbContext database,
        IdempotentAnswer answer,
        IDbContextTransaction transaction
    )
    {
        var wire = context.Response.Body;
        await using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        if (IsKept(context.Response.StatusCode))
        {
            await StoreAsync(context, database, answer, body.ToArray());
            await transaction.CommitAsync(context.RequestAborted);
        }

        body.Position = 0;
        await body.CopyToAsync(wire, context.RequestAborted);
    }

    // A refusal is an answer too, except for those that say nothing about the request itself.
    private static bool IsKept(int status) => status < 500 && status is not (401 or 403 or 408 or 429);

    private static async Task StoreAsync(
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

    private static async Task RepeatAsync(HttpContext context, ServiceDbContext database, IdempotentAnswer asked)
    {
        var known = await database
            .Set<IdempotentAnswer>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                answer => answer.PersonId == asked.PersonId && answer.Key == asked.Key,
                context.RequestAborted
            );
        if (known is null)
        {
            // The first request was rolled back while this one waited: the caller may simply repeat it.
            await new Error("idempotency-key-in-use", "The first request with this key did not finish. Repeat it.")
                .ToProblem()
                .ExecuteAsync(context);
            return;
        }

        if (!known.RequestHash.AsSpan().SequenceEqual(asked.RequestHash))
        {
            await new Error("idempotency-key-reused", "This key was used for another request.", ErrorKind.Unprocessable)
                .ToProblem()
                .ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = known.Status;
        context.Response.ContentType = known.ContentType;
        context.Response.Headers.Location = known.Location;
        context.Response.Headers.ETag = known.EntityTag;
        if (known.Body is { Length: > 0 } body)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
