using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

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

    public Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        return key.Length == 0 || !Applies(context) ? next(context) : AnswerOnceAsync(context, key);
    }

    private async Task AnswerOnceAsync(HttpContext context, string key)
    {
        var services = context.RequestServices;
        var database = services.GetRequiredService<ServiceDbContext>();
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
            PersonId = services.GetRequiredService<CurrentUser>().Id,
            Key = key,
            RequestHash = await IdempotentAnswers.HashAsync(context),
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        await using var transaction = await database.Database.BeginTransactionAsync(context.RequestAborted);
        if (await IdempotentAnswers.ClaimAsync(database, answer, context.RequestAborted))
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
            await IdempotentAnswers.StoreAsync(context, database, answer, body.ToArray());
            await transaction.CommitAsync(context.RequestAborted);
        }

        body.Position = 0;
        await body.CopyToAsync(wire, context.RequestAborted);
    }

    // A refusal is an answer too, except for those that say nothing about the request itself.
    private static bool IsKept(int status) => status < 500 && status is not (401 or 403 or 408 or 429);

    private static async Task RepeatAsync(HttpContext context, ServiceDbContext database, IdempotentAnswer asked)
    {
        var known = await IdempotentAnswers.FindAsync(database, asked, context.RequestAborted);
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
