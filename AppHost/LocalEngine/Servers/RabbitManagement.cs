using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>The part of RabbitMQ's management API that we need.</summary>
internal sealed class RabbitManagement : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _user;

    internal RabbitManagement(Uri address, string user, string password)
    {
        _user = user;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        // A connection kept open would hold up the node's shutdown for five seconds.
        _http.DefaultRequestHeaders.ConnectionClose = true;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>Makes a virtual host that our user may use fully; one that is there already stays as it is.</summary>
    internal async Task CreateVirtualHostAsync(string name, CancellationToken ct)
    {
        var host = Uri.EscapeDataString(name);
        (await _http.PutAsJsonAsync($"/api/vhosts/{host}", new { }, ct)).EnsureSuccessStatusCode();
        var all = new
        {
            configure = ".*",
            write = ".*",
            read = ".*",
        };
        (await _http.PutAsJsonAsync($"/api/permissions/{host}/{_user}", all, ct)).EnsureSuccessStatusCode();
    }

    internal async Task DeleteVirtualHostAsync(string name, CancellationToken ct) =>
        (await _http.DeleteAsync($"/api/vhosts/{Uri.EscapeDataString(name)}", ct)).EnsureSuccessStatusCode();

    /// <summary>Returns once clients can connect and the node reports itself as running.</summary>
    internal async Task AwaitReadyAsync(int amqpPort, CancellationToken ct)
    {
        while (!await FreePort.AnswersAsync(amqpPort, ct) || !await AnswersAsync(ct))
        {
            await Task.Delay(100, ct);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("/api/vhosts", UriKind.Relative), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
