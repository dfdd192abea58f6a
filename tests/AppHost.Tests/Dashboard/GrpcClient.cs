using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace FlowPlatform.AppHost.Tests.Dashboard;

/// <summary>Calls as the dashboard does, with a framing written apart from the server's.</summary>
internal sealed class GrpcClient(Uri address, string apiKey) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    internal async Task<T> CallAsync<T>(string method, IMessage request, MessageParser<T> parser)
        where T : IMessage<T>
    {
        using var call = await OpenAsync(method, Frame(request));
        var replies = await call.AllRepliesAsync(parser);
        call.Status.ShouldBe("0", call.StatusMessage);
        return replies.ShouldHaveSingleItem();
    }

    internal Task<GrpcStream> OpenAsync(string method, IMessage request) => OpenAsync(method, Frame(request));

    internal Task<GrpcStream> OpenAsync(string method, byte[] body) => OpenAsync(method, new ByteArrayContent(body));

    internal async Task<GrpcStream> OpenAsync(string method, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/aspire.v1.DashboardService/{method}");
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Content = content;
        request.Headers.Add("x-resource-service-api-key", apiKey);
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ended);
        return new GrpcStream(request, response);
    }

    internal static byte[] Frame(IMessage message)
    {
        var body = message.ToByteArray();
        var frame = new byte[5 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), body.Length);
        body.CopyTo(frame, 5);
        return frame;
    }

    public void Dispose() => _http.Dispose();

    private static CancellationToken Ended => TestContext.Current.CancellationToken;
}

/// <summary>A call under way. Disposing the request ends its body, so that lives as long as the call.</summary>
internal sealed class GrpcStream(HttpRequestMessage request, HttpResponseMessage response) : IDisposable
{
    internal HttpResponseMessage Response { get; } = response;

    internal string? Status => Said("grpc-status");

    internal string StatusMessage => Uri.UnescapeDataString(Said("grpc-message") ?? "");

    internal IAsyncEnumerator<T> Replies<T>(MessageParser<T> parser)
        where T : IMessage<T> => RepliesAsync(parser).GetAsyncEnumerator(TestContext.Current.CancellationToken);

    internal async Task<List<T>> AllRepliesAsync<T>(MessageParser<T> parser)
        where T : IMessage<T> => await RepliesAsync(parser).ToListAsync(TestContext.Current.CancellationToken);

    private async IAsyncEnumerable<T> RepliesAsync<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        var ct = TestContext.Current.CancellationToken;
        await using var body = await Response.Content.ReadAsStreamAsync(ct);
        var header = new byte[5];
        while (await body.ReadAtLeastAsync(header, 5, throwOnEndOfStream: false, ct) == 5)
        {
            header[0].ShouldBe((byte)0);
            var message = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1))];
            await body.ReadExactlyAsync(message, ct);
            yield return parser.ParseFrom(message);
        }
    }

    public void Dispose()
    {
        request.Dispose();
        Response.Dispose();
    }

    private string? Said(string name) =>
        Response.TrailingHeaders.TryGetValues(name, out var last) ? last.Single()
        : Response.Headers.TryGetValues(name, out var first) ? first.Single()
        : null;
}
