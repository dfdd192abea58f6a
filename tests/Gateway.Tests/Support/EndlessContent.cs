using System.Net;

namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>A body of any size that takes no memory to send.</summary>
internal sealed class EndlessContent(long bytes, bool announced) : HttpContent
{
    private static readonly byte[] Block = new byte[65_536];

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var left = bytes; left > 0; left -= Block.Length)
        {
            await stream.WriteAsync(Block.AsMemory(0, (int)Math.Min(left, Block.Length)));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes;
        return announced;
    }
}
