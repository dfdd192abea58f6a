using System.Text.Json;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Http;

/// <summary>Turns the exceptions that a caller caused, or that concurrency causes, into problem details; the rest stays a 500.</summary>
internal sealed class ExceptionProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext context,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var problem = Describe(exception);
        if (problem is null)
        {
            return false;
        }

        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(
            new ProblemDetailsContext
            {
                HttpContext = context,
                ProblemDetails = problem,
                Exception = exception,
            }
        );
    }

    private static ProblemDetails? Describe(Exception exception) =>
        exception switch
        {
            BadHttpRequestException bad => BadRequest(bad),
            DbUpdateConcurrencyException => new Error(
                "changed-meanwhile",
                "Somebody else changed it at the same moment. Read it again and repeat.",
                ErrorKind.Refused
            ).ToProblemDetails(),
            DbUpdateException
            {
                InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique
            } => Duplicate(unique),
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique => Duplicate(unique),
            PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire }
            or DbUpdateException
            {
                InnerException: PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire }
            } => new Error(
                "invalid-text",
                "A text holds a character that cannot be stored, such as NUL.",
                ErrorKind.Invalid
            ).ToProblemDetails(),
            _ when PassingFailure.Is(exception) => Unavailable(),
            _ => null,
        };

    private static ProblemDetails BadRequest(BadHttpRequestException bad)
    {
        var text = bad.InnerException is JsonException json
            ? $"The body is not valid JSON at {json.Path ?? "$"}."
            : bad.Message;
        var problem = new Error("bad-request", text, ErrorKind.Invalid).ToProblemDetails();
        problem.Status = bad.StatusCode;
        return problem;
    }

    private static ProblemDetails Duplicate(PostgresException unique) =>
        new Error("already-exists", $"There is one already ({unique.ConstraintName}).").ToProblemDetails();

    private static ProblemDetails Unavailable() =>
        new()
        {
            Type = "urn:flowplatform:problem:database-unavailable",
            Title = "The database does not answer.",
            Detail = "Nothing was changed. Try again in a moment.",
            Status = StatusCodes.Status503ServiceUnavailable,
            Extensions = { [Problems.CodeMember] = "database-unavailable" },
        };
}
