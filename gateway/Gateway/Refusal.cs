using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Gateway;

/// <summary>
/// What the gateway itself answers instead of a service: problem details as RFC 9457, with a stable code.
/// </summary>
internal sealed record Refusal(int Status, string Code, string Title, string Detail) : IResult
{
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For 401: what is wrong with the token, as RFC 6750 words it.</summary>
    public string? TokenError { get; init; }

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext);

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = TokenError is null ? "Bearer" : $"Bearer error=\"{TokenError}\"";
        }

        if (RetryAfter is { } wait)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        response.Headers.CacheControl = "no-store";
        response.StatusCode = Status;
        await response.WriteAsJsonAsync(ToProblem(), options: null, "application/problem+json", context.RequestAborted);
    }

    private ProblemDetails ToProblem() =>
        new()
        {
            Type = $"urn:flowplatform:problem:{Code}",
            Title = Title,
            Status = Status,
            Detail = Detail,
            Extensions = { ["code"] = Code },
        };
}
