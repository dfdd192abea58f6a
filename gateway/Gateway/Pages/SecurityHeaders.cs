using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FlowPlatform.Gateway.Pages;

/// <summary>The content security policy of an endpoint that serves something other than data.</summary>
internal sealed record ContentPolicy(string Value)
{
    /// <summary>
    /// Answers of services are data: a browser that is made to show one as a page may do nothing with it.
    /// </summary>
    public static readonly ContentPolicy Data = new(
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    );

    /// <summary>The web page. Its controls set inline styles; scripts come from files of the gateway alone.</summary>
    public static readonly ContentPolicy Page = new(
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    );
}

/// <summary>Sets the headers that make browsers careful, on every answer, whoever wrote it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly Func<object, Task> ApplyAsync = state =>
    {
        Apply((HttpContext)state);
        return Task.CompletedTask;
    };

    public Task InvokeAsync(HttpContext context)
    {
        // As late as possible: a failed forward clears what was set before, and a service's own headers must not
        // add up.
        context.Response.OnStarting(ApplyAsync, context);
        return next(context);
    }

    private static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Remove(HeaderNames.Server);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = PolicyFor(context).Value;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }

    private static ContentPolicy PolicyFor(HttpContext context)
    {
        if (context.Features.Get<IEndpointFeature>()?.Endpoint?.Metadata.GetMetadata<ContentPolicy>() is { } own)
        {
            return own;
        }

        return context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? ContentPolicy.Data
            : ContentPolicy.Page;
    }
}
