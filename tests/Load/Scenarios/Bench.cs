using System.Text.Json;
using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>What every scenario needs: the platform, people's tokens, and how long and how often to measure.</summary>
internal sealed class Bench(Platform platform, TimeSpan time, int runs)
{
    private readonly Dictionary<string, string> _tokens = [];

    public Platform Platform => platform;

    public Measure Measure { get; } = new(platform, time, runs);

    public async Task<string> TokenAsync(string person)
    {
        if (!_tokens.TryGetValue(person, out var token))
        {
            _tokens[person] = token = await platform.TokenAsync(person);
        }

        return token;
    }

    public async Task<HttpClient> ClientAsync(string person) => platform.ClientWith(await TokenAsync(person));

    /// <summary>Measures one request, sent again and again from so many connections.</summary>
    public async Task<Measurement> RepeatAsync(
        string what,
        int clients,
        Uri server,
        string token,
        Func<WireClient, byte[]> prepare,
        bool besideOtherWork = false
    )
    {
        List<WireClient> wires = [.. Enumerable.Range(0, clients).Select(_ => new WireClient(server, token))];
        try
        {
            var operations = wires.Select(wire =>
            {
                var request = prepare(wire);
                return (Func<Task<bool>>)(async () => await wire.SendAsync(request) is >= 200 and < 400);
            });
            return await Measure.RunAsync(what, [.. operations], besideOtherWork);
        }
        finally
        {
            wires.ForEach(wire => wire.Dispose());
        }
    }

    public static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        return await ReadAsync(answer);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
}
