using System.Collections.Frozen;
using FlowPlatform.Gateway.Callers;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace FlowPlatform.Gateway.Routing;

/// <summary>
/// What a service sees of the caller: the token that the gateway has checked, and nothing that a caller could have
/// made up.
/// </summary>
internal sealed class OutgoingHeaders : ITransformProvider
{
    // Headers by which other proxies tell who the caller is. No service of ours reads them; none shall be tempted to.
    private static readonly string[] ClaimedIdentity =
    [
        "Forwarded",
        "Remote-User",
        "X-Auth-Request-Email",
        "X-Auth-Request-Groups",
        "X-Auth-Request-User",
        "X-Forwarded-Access-Token",
        "X-Forwarded-Email",
        "X-Forwarded-Groups",
        "X-Forwarded-Preferred-Username",
        "X-Forwarded-User",
        "X-Original-URL",
        "X-Person",
        "X-Person-Id",
        "X-Remote-User",
        "X-Rewrite-URL",
        "X-Role",
        "X-Roles",
        "X-User",
        "X-User-Id",
    ];

    private static readonly FrozenSet<string> Withheld = new[] { HeaderNames.Cookie, HeaderNames.Authorization }
        .Concat(ClaimedIdentity)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public void Apply(TransformBuilderContext context)
    {
        context.AddRequestTransform(transform =>
        {
            Replace(transform);
            return ValueTask.CompletedTask;
        });
        context.AddResponseTransform(transform =>
        {
            AnswerDeadline.Lift(transform.HttpContext);
            return ValueTask.CompletedTask;
        });
    }

    public void ValidateRoute(TransformRouteValidationContext context) { }

    public void ValidateCluster(TransformClusterValidationContext context) { }

    private static void Replace(RequestTransformContext transform)
    {
        var outgoing = transform.ProxyRequest.Headers;
        foreach (var header in transform.HttpContext.Request.Headers)
        {
            if (Withheld.Contains(header.Key))
            {
                outgoing.Remove(header.Key);
            }
        }

        if (transform.HttpContext.Features.Get<Caller>() is { } caller)
        {
            outgoing.TryAddWithoutValidation(HeaderNames.Authorization, caller.Authorization);
        }
    }
}
