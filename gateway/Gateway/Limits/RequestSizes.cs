using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Model;

namespace FlowPlatform.Gateway.Limits;

/// <summary>
/// Refuses a request that announces a body over its route's limit before a byte of it is read. One that does not
/// announce its length is cut off by the server at the same limit while it streams.
/// </summary>
internal sealed class RequestSizes(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // The proxy puts a route's own limit into the feature only further in, when it is too late to ask here.
        var largest =
            context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.MaxRequestBodySize
            ?? context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        return context.Request.ContentLength > largest
            ? Refusals.TooLarge(largest.Value).WriteAsync(context)
            : next(context);
    }
}
