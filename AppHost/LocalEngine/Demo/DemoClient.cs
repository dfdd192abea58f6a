using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>Speaks to the gateway as one of the demo people; the story has no other way in than everybody's.</summary>
internal sealed class DemoClient(Uri gateway, string passwordFile) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private const int Retries = 20;

    private readonly HttpClient _http = new() { BaseAddress = gateway, Timeout = TimeSpan.FromMinutes(2) };
    private readonly Dictionary<string, string> _tokens = [];

    internal Task<JsonNode> GetAsync(string person, string path, CancellationToken ct) =>
        SendAsync(person, HttpMethod.Get, path, content: null, ct);

    internal Task<JsonNode> PostAsync(string person, string path, object body, CancellationToken ct) =>
        SendAsync(person, HttpMethod.Post, path, JsonContent.Create(body), ct);

    internal Task<JsonNode> PostAsync(
        string person,
        string path,
        string text,
        string mediaType,
        CancellationToken ct
    ) => SendAsync(person, HttpMethod.Post, path, new StringContent(text, new MediaTypeHeaderValue(mediaType)), ct);

    /// <summary>
    /// Services tell one another by events, so what one did shows in the next a moment later: asked until it does.
    /// </summary>
    internal async Task<JsonNode> GetUntilAsync(
        string person,
        string path,
        Func<JsonNode, bool> isThere,
        CancellationToken ct
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                var answer = await GetAsync(person, path, patience.Token);
                if (isThere(answer))
                {
                    return answer;
                }

                await Task.Delay(200, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ServerException($"The demonstration waited {Patience.TotalSeconds:0} s in vain for GET {path}.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> SendAsync(
        string person,
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken ct
    )
    {
        // Kept as bytes, so that it can be sent once more.
        var body = content is null ? null : await content.ReadAsByteArrayAsync(ct);
        for (var left = Retries; ; left--)
        {
            using var request = new HttpRequestMessage(method, $"/api{path}");
            request.Content = body is null ? null : new ByteArrayContent(body);
            if (request.Content is not null)
            {
                request.Content.Headers.ContentType = content?.Headers.ContentType;
            }

            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person, ct));
            using var answer = await _http.SendAsync(request, ct);
            // The gateway has passed nothing on when it says so: a service on a busy machine is back in a moment.
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || left == 0)
            {
                return await ReadAsync(answer, $"{person}: {method} {path}", ct);
            }

            await Task.Delay(RetryAfter, ct);
        }
    }

    private async Task<string> TokenAsync(string person, CancellationToken ct)
    {
        if (!_tokens.TryGetValue(person, out var token))
        {
            var email = $"{person}@flow.example";
            var body = new
            {
                grantType = "password",
                email,
                password = PasswordOf(email),
            };
            using var answer = await _http.PostAsJsonAsync("/api/identity/tokens", body, ct);
            var issued = await ReadAsync(answer, $"{person} signs in", ct);
            token = issued["accessToken"]!.GetValue<string>();
            _tokens[person] = token;
        }

        return token;
    }

    private string PasswordOf(string email)
    {
        var line = File.Exists(passwordFile)
            ? File.ReadLines(passwordFile)
                .FirstOrDefault(known => known.StartsWith($"{email} ", StringComparison.Ordinal))
            : null;
        return line?[(email.Length + 1)..].Trim()
            ?? throw new ServerException(
                $"The demonstration cannot sign in: {passwordFile} does not hold the password of {email}.",
                "Start with --reset to begin anew."
            );
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, string what, CancellationToken ct)
    {
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw new ServerException($"The demonstration was refused ({what}): {(int)answer.StatusCode} {text}");
        }

        return answer.StatusCode == HttpStatusCode.NoContent || text.Length == 0
            ? new JsonObject()
            : JsonNode.Parse(text) ?? new JsonObject();
    }
}
