using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.Transforms;

namespace FlowPlatform.Gateway.Routing;

/// <summary>
/// Gives each cluster the replicas of the service of that name, as the environment lists them
/// (services__board__http__0, services__board__http__1...), and every route the same manners.
/// </summary>
internal sealed class ServiceDestinations(IConfiguration configuration, IOptions<GatewayOptions> options)
    : IProxyConfigFilter
{
    public const string ReadinessPath = "/health/ready";

    private static readonly string[] Schemes = ["https", "http"];

    // The deadline for an answer is AnswerDeadline's; YARP's own would also end streams that are silent for a while.
    private static readonly TimeSpan NoActivityLimit = TimeSpan.FromDays(1);

    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel)
    {
        var destinations = AddressesOf(configuration, cluster.ClusterId)
            .ToDictionary(entry => entry.Name, entry => new DestinationConfig { Address = entry.Address });
        var configured = cluster with
        {
            Destinations = destinations,
            LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
            HealthCheck = cluster.HealthCheck ?? HealthChecks(),
            HttpRequest = new ForwarderRequestConfig
            {
                Version = new Version(1, 1),
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                ActivityTimeout = NoActivityLimit,
            },
        };
        return new(configured);
    }

    public ValueTask<RouteConfig> ConfigureRouteAsync(
        RouteConfig route,
        ClusterConfig? cluster,
        CancellationToken cancel
    ) => new(route.WithTransformPathRemovePrefix("/api"));

    internal static IEnumerable<(string Name, string Address)> AddressesOf(
        IConfiguration configuration,
        string service
    ) =>
        Schemes
            .SelectMany(scheme => configuration.GetSection($"services:{service}:{scheme}").GetChildren())
            .Where(entry => Uri.TryCreate(entry.Value, UriKind.Absolute, out _))
            // The replica's place in the list is its name; the path holds the scheme too.
            .Select(entry => (entry.Path[("services:".Length)..], entry.Value!));

    private HealthCheckConfig HealthChecks() =>
        new()
        {
            // With no replica healthy, all are tried: an answer of 502 says more than a refusal to try, and the first
            // request after a restart need not wait for the next probe.
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Active = new ActiveHealthCheckConfig
            {
                Enabled = true,
                Interval = options.Value.HealthInterval,
                Timeout = TimeSpan.FromSeconds(2),
                Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                Path = ReadinessPath,
            },
            Passive = new PassiveHealthCheckConfig
            {
                Enabled = true,
                Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate,
                ReactivationPeriod = 2 * options.Value.HealthInterval,
            },
        };
}
