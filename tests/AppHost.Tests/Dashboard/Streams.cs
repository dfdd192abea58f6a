using System.Net;

namespace FlowPlatform.AppHost.Tests.Dashboard;

internal static class Streams
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal static async Task<T> NextAsync<T>(this IAsyncEnumerator<T> stream)
    {
        var moved = await stream.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
        moved.ShouldBeTrue("the stream ended");
        return stream.Current;
    }
}

/// <summary>A request body that stays open and says nothing, as that of the dashboard's interactions.</summary>
internal sealed class SilentContent : HttpContent
{
    private readonly TaskCompletionSource _ended = new();

    internal bool IsOpen => !_ended.Task.IsCompleted;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.FlushAsync();
        await _ended.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _ended.TrySetResult();
        base.Dispose(disposing);
    }
}
