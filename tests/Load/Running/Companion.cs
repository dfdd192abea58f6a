using System.Diagnostics;

namespace FlowPlatform.Load.Running;

/// <summary>This very program once more, beside the platform, for what the machine could do at best. It serves until it is disposed.</summary>
internal sealed class Companion : IAsyncDisposable
{
    private readonly Process _process;

    private Companion(Process process) => _process = process;

    public int ProcessId => _process.Id;

    /// <summary>Starts it with a verb and what the verb needs, and waits until it answers.</summary>
    public static async Task<Companion> StartAsync(
        Uri address,
        string[] arguments,
        IEnumerable<KeyValuePair<string, string>>? environment = null
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{arguments[0]} did not start.");
        var companion = new Companion(process);
        using var client = new HttpClient { BaseAddress = address };
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/empty", UriKind.Relative));
                return companion;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        await companion.DisposeAsync();
        throw new InvalidOperationException($"{arguments[0]} does not answer.");
    }

    /// <summary>For the process itself: returns when whoever started it needs it no longer.</summary>
    public static async Task ServeAsync(WebApplication app)
    {
        await app.StartAsync();
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Its input stays open for as long as it is needed.
        }

        await app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
