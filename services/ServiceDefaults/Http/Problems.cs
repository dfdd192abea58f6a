using System.Text.Json;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.ServiceDefaults.Http;

/// <summary>The one mapping from an <see cref="Error"/> to RFC 9457 problem details.</summary>
public static class Problems
{
    public const string CodeMember = "code";
    public const string ViolationsMember = "violations";

    /// <summary>Problem details with the error's code, message and every violation.</summary>
    public static ProblemHttpResult ToProblem(this Error error) => TypedResults.Problem(error.ToProblemDetails());

    public static ProblemDetails ToProblemDetails(this Error error)
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:flowplatform:problem:{error.Code}",
            Title = TitleOf(error.Kind),
            Status = StatusOf(error.Kind),
            Detail = error.Message,
        };
        problem.Extensions[CodeMember] = error.Code;
        if (error.Violations.Count > 0)
        {
            problem.Extensions[ViolationsMember] = error.Violations;
        }

        return problem;
    }

    /// <summary>Validation names fields as C# does; clients know them as JSON writes them.</summary>
    internal static void NameFieldsAsTheBodyDoes(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is HttpValidationProblemDetails invalid)
        {
            invalid.Errors = invalid
                .Errors.GroupBy(error => JsonPath(error.Key), StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => field.SelectMany(error => error.Value).ToArray());
        }
    }

    /// <summary>400 problem details for one field.</summary>
    public static Error Field(string field, string message) =>
        new("invalid-field", $"{field}: {message}", ErrorKind.Invalid)
        {
            Violations = [new Violation("invalid-field", message) { Scope = field }],
        };

    private static string JsonPath(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static int StatusOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => StatusCodes.Status400BadRequest,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
            ErrorKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
            ErrorKind.NotYet => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status409Conflict,
        };

    private static string TitleOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => "The request is not valid.",
            ErrorKind.Forbidden => "You may not do this.",
            ErrorKind.NotFound => "Not found.",
            ErrorKind.Stale => "It has changed since you read it.",
            ErrorKind.Unprocessable => "The request contradicts an earlier one.",
            ErrorKind.NotYet => "Not yet.",
            _ => "A rule refuses this.",
        };
}
