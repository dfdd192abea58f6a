using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>What the gateway adds: one small read with a token, at the service and through the gateway, alternately.</summary>
internal static class GatewayCost
{
    public static async Task<IReadOnlyList<Measurement>> RunAsync(Bench bench)
    {
        var token = await bench.TokenAsync("abby");
        var service = bench.Platform.AddressOf("Intake");
        var rows = new List<Measurement>();
        foreach (var clients in new[] { 1, 32 })
        {
            rows.Add(await AskAsync(bench, "a service's empty endpoint, direct", clients, service, "/health/live"));
            rows.Add(await AskAsync(bench, "a small read, direct", clients, service, "/intake/customers"));
            rows.Add(
                await AskAsync(bench, "a small read, gateway", clients, bench.Platform.Gateway, "/api/intake/customers")
            );
        }

        return rows;

        Task<Measurement> AskAsync(Bench at, string what, int clients, Uri server, string path) =>
            at.RepeatAsync(what, clients, server, token, wire => wire.Prepare(HttpMethod.Get, path));
    }
}
