using Yarp.ReverseProxy;

namespace FlowPlatform.Gateway.Routing;

/// <summary>A replica of a service for the gateway's own requests, chosen among those that are healthy.</summary>
internal sealed class ServiceAddresses(IProxyStateLookup proxy)
{
    private int _turn;

    public Uri? Pick(string service)
    {
        if (
            !proxy.TryGetCluster(service, out var cluster)
            || cluster.DestinationsState.AvailableDestinations.Count == 0
        )
        {
            return null;
        }

        var available = cluster.DestinationsState.AvailableDestinations;
        var turn = (uint)Interlocked.Increment(ref _turn) % (uint)available.Count;
        return new Uri(available[(int)turn].Model.Config.Address);
    }
}
