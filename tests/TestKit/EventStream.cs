using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace FlowPlatform.TestKit;

/// <summary>
/// A stream of server-sent events as a client follows it, without its heartbeats. Once it is open, all that happens from then
/// on is told.
/// </summary>
public sealed class EventStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private EventStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _events = SseParser
            .Create(body)
            .EnumerateAsync()
            .Where(item => item.EventType != "heartbeat")
            .GetAsyncEnumerator();
    }

    /// <summary>Opens it, as one who comes back where the id of the last event is given.</summary>
    public static async Task<EventStream> OpenAsync(HttpClient client, string path, long? lastEventId = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is { } last)
        {
            request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The event that came last.</summary>
    public SseItem<string> Current => _events.Current;

    /// <summary>Waits for the next event; false where the stream has ended.</summary>
    public Task<bool> MoveNextAsync() => _events.MoveNextAsync().AsTask().WaitAsync(Patience);

    /// <summary>What the next event tells.</summary>
    public async Task<T> NextAsync<T>(JsonSerializerOptions json)
    {
        if (!await MoveNextAsync())
        {
            throw new InvalidOperationException("The stream has ended.");
        }

        return JsonSerializer.Deserialize<T>(Current.Data, json)!;
    }

    public async ValueTask DisposeAsync()
    {
        // Ends a read that nobody waits for any more.
        _response.Dispose();
        try
        {
            await _events.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // That read has not noticed yet.
        }
    }
}
