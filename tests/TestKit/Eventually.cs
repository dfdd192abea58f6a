using System.Diagnostics;
using Xunit.Sdk;

namespace FlowPlatform.TestKit;

/// <summary>Waits for an effect that comes in its own time, such as that of an event.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Returns once the condition holds; fails with what was waited for when it does not in time.</summary>
    public static async Task Holds(Func<Task<bool>> condition, string what, TimeSpan? atMost = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (atMost ?? Patience))
            {
                throw new XunitException($"Waited {watch.Elapsed.TotalSeconds:F0} s in vain: {what}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Returns the first value that is not null.</summary>
    public static async Task<T> Gets<T>(Func<Task<T?>> read, string what, TimeSpan? atMost = null)
        where T : class
    {
        T? found = null;
        await Holds(async () => (found = await read()) is not null, what, atMost);
        return found!;
    }
}
