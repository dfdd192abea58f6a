using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace FlowPlatform.ServiceDefaults;

/// <summary>
/// Gives back what starting, or a burst of work, needed and rest does not. An idle process would keep it for ever: nothing makes the
/// collector look.
/// </summary>
internal sealed partial class IdleGarbage(TimeProvider clock) : BackgroundService
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A process that allocates less than this between two looks rests.</summary>
    private const long Rest = 2 * Megabyte;

    /// <summary>Less than this is not worth a collection.</summary>
    private const long Worthwhile = 4 * Megabyte;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Look, clock);
        var (seen, collected) = (0L, 0L);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - seen < Rest && allocated - collected > Worthwhile)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                TrimNative();
                collected = allocated;
            }

            seen = allocated;
        }
    }

    // The runtime's own structures and the just-in-time compiler leave holes in the C library's heap.
    private static void TrimNative()
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                _ = MallocTrim(0);
            }
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library than glibc: it keeps its own house.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MallocTrim(nuint pad);
}
