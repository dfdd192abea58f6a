using System.Globalization;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Model;

namespace FlowPlatform.Gateway.Routing;

/// <summary>
/// Ends a request whose answer has not begun in time. Once the answer begins the deadline is lifted, so that long
/// downloads pass; a request for server-sent events, or on a route that says "unlimited", has none.
/// </summary>
internal sealed class AnswerDeadline(RequestDelegate next, IOptions<GatewayOptions> options)
{
    public const string MetadataKey = "AnswerWithin";
    private const string Unlimited = "unlimited";
    private readonly TimeSpan _usual = options.Value.AnswerWithin;

    public Task InvokeAsync(HttpContext context)
    {
        var limit = LimitOf(context);
        return limit is null ? next(context) : WithDeadlineAsync(context, limit.Value);
    }

    /// <summary>True when the deadline, and not the caller, ended this request.</summary>
    public static bool Passed(HttpContext context) => context.Features.Get<Running>() is { Passed: true };

    public static void Lift(HttpContext context) => context.Features.Get<Running>()?.Lift();

    private async Task WithDeadlineAsync(HttpContext context, TimeSpan limit)
    {
        var callerGone = context.RequestAborted;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(callerGone);
        deadline.CancelAfter(limit);
        context.Features.Set(new Running(deadline, callerGone));
        context.RequestAborted = deadline.Token;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestAborted = callerGone;
        }
    }

    private TimeSpan? LimitOf(HttpContext context)
    {
        if (context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var route = context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config;
        return route?.Metadata?.GetValueOrDefault(MetadataKey) switch
        {
            null => _usual,
            Unlimited => null,
            var text => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        };
    }

    private sealed class Running(CancellationTokenSource deadline, CancellationToken callerGone)
    {
        public bool Passed => deadline.IsCancellationRequested && !callerGone.IsCancellationRequested;

        public void Lift() => deadline.CancelAfter(Timeout.InfiniteTimeSpan);
    }
}
