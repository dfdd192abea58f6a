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
        var intake = bench.Platform.AddressOf("FlowPlatform.Intake.dll");
        var bare = new Uri("http://127.0.0.1:29871");
        using var limit = BareEndpoint.Start(
            bare,
            bench.Platform.VariableOf("FlowPlatform.Intake.dll", "ConnectionStrings__intakedb")
        );
        try
        {
            await WaitForAsync(bare);
            return
            [
                await AskAsync(bench, "limit: bare endpoint, same SQL", 32, bare, "", "/requests"),
                await AskAsync(bench, "create request", 1, bench.Platform.Gateway, token, "/api/intake/requests"),
                await AskAsync(bench, "create request", 32, bench.Platform.Gateway, token, "/api/intake/requests"),
                await AskAsync(bench, "create request, past the gateway", 32, intake, token, "/intake/requests"),
            ];
        }
        finally
        {
            limit.StandardInput.Close();
            await limit.WaitForExitAsync();
        }
    }

    private static Task<Measurement> AskAsync(
        Bench bench,
        string what,
        int clients,
        Uri server,
        string token,
        string path
    ) => bench.RepeatAsync(what, clients, server, token, wire => wire.Prepare(HttpMethod.Post, path, Body));

    private static async Task WaitForAsync(Uri server)
    {
        using var client = new HttpClient { BaseAddress = server };
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/empty", UriKind.Relative));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("The bare endpoint does not answer.");
    }
}
