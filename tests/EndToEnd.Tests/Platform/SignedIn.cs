using System.Diagnostics;
using System.Net.Http.Headers;

namespace FlowPlatform.EndToEnd.Tests.Platform;

/// <summary>Carries a person's token, and a fresh one in time: a run may last longer than a token does.</summary>
internal sealed class SignedIn(string token, Func<Task<string>> signInAsync)
    : DelegatingHandler(new HttpClientHandler())
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(4);
    private readonly SemaphoreSlim _renewing = new(1, 1);
    private string _token = token;
    private long _since = Stopwatch.GetTimestamp();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            if (Stopwatch.GetElapsedTime(_since) > Fresh)
            {
                (_token, _since) = (await signInAsync(), Stopwatch.GetTimestamp());
            }
        }
        finally
        {
            _renewing.Release();
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return await base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _renewing.Dispose();
        base.Dispose(disposing);
    }
}
