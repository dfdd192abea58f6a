using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class StreamTests(Platform platform) : IClassFixture<Platform>
{
    private const long Megabyte = 1_048_576;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_server_sent_events_Then_the_first_arrives_before_the_stream_ends()
    {
        var gateway = platform.Another(("Gateway:AnswerWithin", "00:00:00.500"));
        using var client = gateway.Client(platform.Token());
        client.DefaultRequestHeaders.Accept.ParseAdd("text/event-stream");
        using var response = await client.GetAsync("/api/board/stream", HttpCompletionOption.ResponseHeadersRead, Ct);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Ct));

        var first = await reader.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Ct);
        // Longer than an answer may take to begin: a stream has no deadline.
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        platform.Services["board"].SecondEvent.SetResult();
        var rest = await reader.ReadToEndAsync(Ct);

        first.ShouldBe("data: first");
        rest.ShouldContain("data: second");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
    }

    [Fact]
    public async Task Given_an_upload_of_100_megabytes_Then_memory_does_not_grow_by_it()
    {
        using var client = platform.SignedIn();
        await UploadAsync(client, Megabyte);
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        using var process = Process.GetCurrentProcess();
        var residentBefore = process.WorkingSet64;

        var received = await UploadAsync(client, 100 * Megabyte);

        process.Refresh();
        received.ShouldBe(100 * Megabyte);
        (process.WorkingSet64 - residentBefore).ShouldBeLessThan(50 * Megabyte);
        // Not even for a moment: a buffered body would have been allocated in full.
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(100 * Megabyte);
    }

    [Fact]
    public async Task Given_a_long_download_Then_only_its_beginning_has_a_deadline()
    {
        var gateway = platform.Another(("Gateway:AnswerWithin", "00:00:00.500"));
        using var client = gateway.Client(platform.Token());

        var text = await client.GetStringAsync("/api/board/slow-body?ms=1200", Ct);

        text.ShouldBe("begun done");
    }

    [Fact]
    public async Task Given_the_caller_leaves_a_stream_Then_the_service_notices()
    {
        using var client = platform.SignedIn();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/event-stream");
        var response = await client.GetAsync("/api/intake/stream", HttpCompletionOption.ResponseHeadersRead, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);

        response.Dispose();

        await platform.Services["intake"].StreamLeft.Task.WaitAsync(TimeSpan.FromSeconds(5), Ct);
    }

    private static async Task<long> UploadAsync(HttpClient client, long bytes)
    {
        using var content = new EndlessContent(bytes, announced: false);
        using var response = await client.PostAsync("/api/intake/imports", content, Ct);
        return await response.Content.ReadFromJsonAsync<long>(Ct);
    }
}
