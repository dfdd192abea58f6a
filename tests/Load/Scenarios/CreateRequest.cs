using System.Text.Json;
using FlowPlatform.Load.Limits;
using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>
/// A request is submitted: through the gateway, directly at Intake, and, as the machine's limit, at a bare endpoint with the same SQL.
/// </summary>
internal static class CreateRequest
{
    private static readonly string Body = JsonSerializer.Serialize(
        new { customerId = Demo.Accounting, title = "Asked for by the benchmark" }
    );

    public static async Task<IReadOnlyList<Measurement>> RunAsync(Bench bench)
    {
        var token = await bench.TokenAsync("abby");
        var intake = bench.Platform.AddressOf("Intake");
        var bare = new Uri("http://127.0.0.1:29871");
        await using var limit = await BareEndpoint.StartAsync(bare, bench.Platform.DatabaseOf("Intake"));
        return
        [
            await AskAsync(bench, "limit: bare endpoint, same SQL", 32, bare, "", "/requests"),
            await AskAsync(bench, "create request", 1, bench.Platform.Gateway, token, "/api/intake/requests"),
            await AskAsync(bench, "create request", 32, bench.Platform.Gateway, token, "/api/intake/requests"),
            await AskAsync(bench, "create request, past the gateway", 32, intake, token, "/intake/requests"),
        ];
    }

    private static Task<Measurement> AskAsync(
        Bench bench,
        string what,
        int clients,
        Uri server,
        string token,
        string path
    ) => bench.RepeatAsync(what, clients, server, token, wire => wire.Prepare(HttpMethod.Post, path, Body));
}
