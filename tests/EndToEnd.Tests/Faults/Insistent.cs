using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using Xunit.Sdk;

namespace FlowPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// A client app as the documentation asks for: it gives each write a key, and repeats it under that key until it is acknowledged,
/// whatever falls down meanwhile. A refusal by rule is no fault and ends it.
/// </summary>
internal sealed class Insistent(DemoPeople people)
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private int _repeated;

    /// <summary>How many attempts failed: zero would mean that no fault hit any request.</summary>
    public int Repeated => _repeated;

    public Task<JsonNode> GetAsync(string who, string path) => InsistAsync(who, HttpMethod.Get, path, null);

    public Task<JsonNode> PostAsync(string who, string path, object body) =>
        InsistAsync(who, HttpMethod.Post, path, () => JsonContent.Create(body));

    public async Task<JsonNode> InsistAsync(string who, HttpMethod method, string path, Func<HttpContent>? content)
    {
        var key = Guid.CreateVersion7().ToString();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var last = await TryAsync(people[who].Http, () => Request(method, path, content?.Invoke(), key));
            if (last.Answer is not null)
            {
                return last.Answer;
            }

            Interlocked.Increment(ref _repeated);
            if (watch.Elapsed > Patience)
            {
                throw new XunitException($"{method} {path} was not acknowledged: {last.Fault}");
            }

            await Task.Delay(Pause);
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content, string key)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }

    private static async Task<(JsonNode? Answer, string Fault)> TryAsync(HttpClient http, Func<HttpRequestMessage> ask)
    {
        try
        {
            using var request = ask();
            using var timeout = new CancellationTokenSource(Attempt);
            using var response = await http.SendAsync(request, timeout.Token);
            var text = await response.Content.ReadAsStringAsync(timeout.Token);
            if (response.IsSuccessStatusCode)
            {
                return (text.Length == 0 ? new JsonObject() : JsonNode.Parse(text), "");
            }

            // An absent server is said to be absent: 500 would be a fault of ours.
            var isPassing =
                response.StatusCode
                    is HttpStatusCode.BadGateway
                        or HttpStatusCode.ServiceUnavailable
                        or HttpStatusCode.GatewayTimeout
                        or HttpStatusCode.TooManyRequests
                || text.Contains("idempotency-key-in-use", StringComparison.Ordinal);
            isPassing.ShouldBeTrue($"{request.Method} {request.RequestUri}: {response.StatusCode} {text}");
            return (null, $"{response.StatusCode} {text}");
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or JsonException)
        {
            return (null, fault.Message);
        }
    }
}
