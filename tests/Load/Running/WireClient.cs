using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlowPlatform.Load.Running;

/// <summary>
/// A client on one kept connection that knows just enough of HTTP/1.1 to send a request and find the end of its answer. It costs
/// a fifth of HttpClient, which shares the two cores with what is measured.
/// </summary>
internal sealed class WireClient : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly Uri _server;
    private readonly string _token;
    private byte[] _buffer = new byte[64 * 1024];
    private Socket _socket;

    public WireClient(Uri server, string token)
    {
        (_server, _token) = (server, token);
        _socket = Connect(server);
    }

    /// <summary>Bytes of the last answer, head included.</summary>
    public int Received { get; private set; }

    /// <summary>The request's bytes, which can be sent any number of times.</summary>
    public byte[] Prepare(HttpMethod method, string path, string? body = null, string? header = null)
    {
        var text = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: {_server.Authority}\r\n");
        text.Append(_token.Length > 0 ? $"Authorization: Bearer {_token}\r\n" : "");
        text.Append(header is null ? "" : $"{header}\r\n");
        if (body is not null)
        {
            text.Append(
                $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
            );
        }
        else
        {
            text.Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Sends it and returns the answer's status, once the whole answer is here.</summary>
    public async Task<int> SendAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        var (head, length) = (-1, 0);
        while (head < 0)
        {
            length += await ReceiveAsync(length);
            head = _buffer.AsSpan(0, length).IndexOf(EndOfHead);
        }

        var body = head + EndOfHead.Length;
        var announced = ContentLength(_buffer.AsSpan(0, head));
        while (announced >= 0 ? length < body + announced : !EndsInLastChunk(_buffer.AsSpan(body, length - body)))
        {
            length += await ReceiveAsync(length);
        }

        Received = length;
        _ = Utf8Parser.TryParse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), out int status, out _);
        return status;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReceiveAsync(int from)
    {
        if (from == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await _socket.ReceiveAsync(_buffer.AsMemory(from));
        if (read > 0)
        {
            return read;
        }

        _socket.Dispose();
        _socket = Connect(_server);
        throw new IOException("The server closed the connection in the middle of an answer.");
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("\r\nContent-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + 18)..], out int length, out _) ? length
            : head.IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0 ? -1
            : 0;
    }

    private static bool EndsInLastChunk(ReadOnlySpan<byte> body) =>
        body.EndsWith("\r\n0\r\n\r\n"u8) || body.SequenceEqual("0\r\n\r\n"u8);

    private static Socket Connect(Uri server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, server.Port);
        return socket;
    }
}
