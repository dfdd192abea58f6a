using System.Reflection;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FlowPlatform.ServiceDefaults.Http;

/// <summary>The version that the caller saw, from the If-Match header; null when there is none or it is "*".</summary>
public readonly record struct IfMatch(long? Version)
{
    public static ValueTask<IfMatch> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        var text = context.Request.Headers.IfMatch.ToString();
        if (text.Length == 0 || text == "*")
        {
            return ValueTask.FromResult(new IfMatch(null));
        }

        if (
            EntityTagHeaderValue.TryParse(text, out var tag)
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), out var version)
        )
        {
            return ValueTask.FromResult(new IfMatch(version));
        }

        throw new BadHttpRequestException(
            "If-Match must be the ETag that a read returned.",
            StatusCodes.Status400BadRequest
        );
    }

    /// <summary>The error for a stale version, or null when the caller saw the present one or did not ask.</summary>
    public Error? Check(long current) =>
        Version is { } seen && seen != current
            ? new Error("stale-version", $"You saw version {seen}, it is now at version {current}.", ErrorKind.Stale)
            : null;
}

public static class EntityTags
{
    public static void SetETag(this HttpContext context, long version) =>
        context.Response.Headers.ETag = $"\"{version}\"";

    /// <summary>True when the caller's If-None-Match names this version, so that 304 is the answer.</summary>
    public static bool IsFresh(this HttpContext context, long version) =>
        context.Request.Headers.IfNoneMatch.ToString() == $"\"{version}\"";
}
