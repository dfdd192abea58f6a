using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace FlowPlatform.Gateway.Routing;

/// <summary>
/// Says in words why a request did not reach its service, where the proxy alone gives a bare status.
/// </summary>
internal sealed class ForwardingProblems(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        var error = context.Features.Get<IForwarderErrorFeature>()?.Error ?? ForwarderError.None;
        if (error == ForwarderError.None || context.Response.HasStarted)
        {
            return;
        }

        var refusal = Explain(context, error);
        if (refusal is not null)
        {
            context.Response.Clear();
            await refusal.WriteAsync(context);
        }
    }

    private static Refusal? Explain(HttpContext context, ForwarderError error)
    {
        var service = context.Features.Get<IReverseProxyFeature>()?.Cluster.Config.ClusterId ?? "";
        if (AnswerDeadline.Passed(context) || error == ForwarderError.RequestTimedOut)
        {
            return Refusals.ServiceSlow(service);
        }

        if (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to tell.
            return null;
        }

        return error switch
        {
            ForwarderError.NoAvailableDestinations => Refusals.ServiceAbsent(service),
            ForwarderError.RequestBodyClient => Unreadable(context),
            _ => Refusals.ServiceFailed(service),
        };
    }

    private static Refusal Unreadable(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? Refusals.TooLarge(context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0)
            : Refusals.BrokenRequest(context.Response.StatusCode);
}
