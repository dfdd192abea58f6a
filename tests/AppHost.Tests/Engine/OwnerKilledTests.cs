using System.Diagnostics;
using FlowPlatform.AppHost.LocalEngine.Running;

namespace FlowPlatform.AppHost.Tests.Engine;

/// <summary>The real servers, started by a real AppHost that is then killed without a chance to clean up.</summary>
public sealed class OwnerKilledTests
{
    private static readonly TimeSpan MayTakeToStart = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Given_that_the_owner_is_killed_Then_within_ten_seconds_no_process_of_it_is_left_and_it_can_start_again()
    {
        // Below the test's own folder, which others may pass through: PostgreSQL does not run as root.
        var data = Path.Combine(AppContext.BaseDirectory, $"owner-{Guid.CreateVersion7():N}");
        try
        {
            using var owner = await StartAsync(data);
            ProcessesOf(data).Count.ShouldBeGreaterThan(3, "PostgreSQL, RabbitMQ, its port mapper, and their guards");

            owner.Kill();

            var gone = await EventuallyAsync(() => ProcessesOf(data).Count == 0, TimeSpan.FromSeconds(10));
            gone.ShouldBeTrue($"still there: {string.Join(", ", ProcessesOf(data))}");
            using var second = await StartAsync(data);
            second.Kill();
            await EventuallyAsync(() => ProcessesOf(data).Count == 0, TimeSpan.FromSeconds(10));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<Process> StartAsync(string data)
    {
        var program = typeof(Supervisor).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "--servers-only", "--data", data])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(MayTakeToStart);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.Add(line);
            if (line.Contains("The servers run.", StringComparison.Ordinal))
            {
                return process;
            }
        }

        throw new InvalidOperationException($"The servers did not start: {string.Join('\n', said)}");
    }

    /// <summary>Every process whose environment names the data directory, whoever its parent is now.</summary>
    private static List<string> ProcessesOf(string data) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
                .Where(folder =>
                    ReadOrEmpty(Path.Combine(folder, "environ")).Contains($"={data}", StringComparison.Ordinal)
                )
                .Select(folder => $"{Path.GetFileName(folder)} {ReadOrEmpty(Path.Combine(folder, "comm")).Trim()}"),
        ];

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static async Task<bool> EventuallyAsync(Func<bool> condition, TimeSpan within)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (waited.Elapsed > within)
            {
                return false;
            }

            await Task.Delay(100);
        }

        return true;
    }
}
