using Microsoft.AspNetCore.Http.Features;

namespace FlowPlatform.Gateway.Limits;

/// <summary>
/// Refuses a request that announces a body over its route's limit before a byte of it is read. One that does not
/// announce its length is cut off by the server at the same limit while it streams.
/// </summary>
internal sealed class RequestSizes(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var largest = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        return context.Request.ContentLength > largest
            ? Refusals.TooLarge(largest.Value).WriteAsync(context)
            : next(context);
    }
}
