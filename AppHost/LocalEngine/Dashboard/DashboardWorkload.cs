using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>What the dashboard's process is started with.</summary>
internal sealed record DashboardStart(string Program, IReadOnlyDictionary<string, string?> Environment, Uri Address)
{
    internal required Action<string, bool> Log { get; init; }
}

/// <summary>The dashboard as a process that is kept running like every other.</summary>
internal sealed class DashboardWorkload(DashboardStart start) : IWorkload
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private GuardedProcess? _process;

    public Task<int> Exited => _process?.Exited ?? Task.FromResult(0);

    public Task? Preparation => null;

    public async Task LaunchAsync(CancellationToken ct)
    {
        var said = new Tail();
        var process = GuardedProcess.Start(
            new GuardedProcessStart(start.Program, ["dashboard"])
            {
                Environment = start.Environment,
                WorkingDirectory = Path.GetDirectoryName(start.Program),
                Grace = Grace,
                Log = (line, isError) =>
                {
                    said.Add(line);
                    start.Log(line, isError);
                },
            }
        );
        _process = process;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await said.AwaitReadyAsync("The dashboard", AwaitAnswerAsync(waiting.Token), process, ct);
        }
        finally
        {
            await waiting.CancelAsync();
        }
    }

    public Task StopAsync() => _process?.StopAsync() ?? Task.CompletedTask;

    public void Kill() => _process?.Kill();

    public Task<ResourceHealth?> CheckAsync(CancellationToken ct) => Task.FromResult<ResourceHealth?>(null);

    public ResourceSnapshot Describe(ResourceSnapshot snapshot) =>
        snapshot with
        {
            Urls = [new ResourceUrl("http", start.Address.GetLeftPart(UriPartial.Authority))],
            Properties = [new ResourceProperty(PropertyNames.ExecutablePath, start.Program)],
        };

    private async Task AwaitAnswerAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                using var answer = await Http.GetAsync(start.Address, ct);
                return;
            }
            catch (Exception silent) when (silent is HttpRequestException || IsSlow(silent, ct))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }

    // On a busy machine the first page may take longer than one request waits.
    private static bool IsSlow(Exception silent, CancellationToken ct) =>
        silent is TaskCanceledException && !ct.IsCancellationRequested;
}
