using System.Buffers.Binary;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

internal enum GrpcStatus
{
    Ok = 0,
    InvalidArgument = 3,
    NotFound = 5,
    ResourceExhausted = 8,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    Unauthenticated = 16,
}

/// <summary>A call that ends with another status than OK; the message reaches the caller.</summary>
internal sealed class GrpcException(GrpcStatus status, string message) : Exception(message)
{
    internal GrpcStatus Status { get; } = status;
}

/// <summary>
/// One gRPC call on an HTTP/2 request. A message is framed as one byte, 0 for not compressed, then its length in four
/// bytes, big-endian, then the message. The status is a header where nothing was written, and a trailer afterwards.
/// </summary>
internal sealed class GrpcCall(HttpContext http, CancellationToken ended)
{
    internal const string ContentType = "application/grpc";
    private const int HeaderLength = 5;

    /// <summary>The requests of this service are a few names long.</summary>
    private const int MaxRequestLength = 1024 * 1024;

    /// <summary>Cancelled when the caller goes away or the server stops.</summary>
    internal CancellationToken Ended { get; } = ended;

    internal async Task<T> ReadAsync<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        var header = await ReadExactlyAsync(HeaderLength);
        if (header[0] != 0)
        {
            throw new GrpcException(GrpcStatus.Unimplemented, "Compressed messages are not supported.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (length > MaxRequestLength)
        {
            throw new GrpcException(GrpcStatus.ResourceExhausted, $"A request has at most {MaxRequestLength} bytes.");
        }

        try
        {
            return parser.ParseFrom(await ReadExactlyAsync((int)length));
        }
        catch (InvalidProtocolBufferException broken)
        {
            throw new GrpcException(GrpcStatus.InvalidArgument, broken.Message);
        }
    }

    /// <summary>Tells the caller that the call is accepted, before there is anything to say.</summary>
    internal async Task AcceptAsync()
    {
        await StartAsync();
        await http.Response.Body.FlushAsync(Ended);
    }

    internal async Task WriteAsync(IMessage message)
    {
        await StartAsync();
        var length = message.CalculateSize();
        var frame = http.Response.BodyWriter.GetMemory(HeaderLength + length)[..(HeaderLength + length)];
        frame.Span[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(frame.Span[1..], (uint)length);
        message.WriteTo(frame.Span[HeaderLength..]);
        http.Response.BodyWriter.Advance(frame.Length);
        await http.Response.BodyWriter.FlushAsync(Ended);
    }

    /// <summary>Reads and drops whatever the caller still sends, until it ends its side.</summary>
    internal Task DrainAsync() => http.Request.Body.CopyToAsync(Stream.Null, Ended);

    internal void End(GrpcStatus status, string message = "")
    {
        http.Response.ContentType ??= ContentType;
        Say("grpc-status", ((int)status).ToString());
        if (message.Length > 0)
        {
            Say("grpc-message", Uri.EscapeDataString(message));
        }
    }

    private Task StartAsync()
    {
        if (http.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        http.Response.ContentType = ContentType;
        return http.Response.StartAsync(Ended);
    }

    private void Say(string name, string value)
    {
        if (http.Response.HasStarted)
        {
            http.Response.AppendTrailer(name, value);
        }
        else
        {
            http.Response.Headers[name] = value;
        }
    }

    private async Task<byte[]> ReadExactlyAsync(int length)
    {
        var bytes = new byte[length];
        try
        {
            await http.Request.Body.ReadExactlyAsync(bytes, Ended);
        }
        catch (EndOfStreamException)
        {
            throw new GrpcException(GrpcStatus.InvalidArgument, "The request ends in the middle of a message.");
        }

        return bytes;
    }
}
