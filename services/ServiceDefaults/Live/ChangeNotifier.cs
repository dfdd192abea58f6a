using Microsoft.Extensions.Hosting;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Live;

/// <summary>
/// Passes changes on to other replicas. It runs after the commit: NOTIFY within it would commit one transaction at a
/// time.
/// </summary>
internal sealed class ChangeNotifier(NpgsqlDataSource database, ChangeSignal signal, TimeProvider clock)
    : BackgroundService
{
    internal const string Channel = "changed";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var subjects = await signal.TakeChangedAsync(stoppingToken);
                await NotifyAsync(subjects, stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task NotifyAsync(IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        try
        {
            await using var notify = database.CreateCommand(
                $"SELECT pg_notify('{Channel}', subject::text) FROM unnest($1) AS subject"
            );
            notify.Parameters.Add(new() { Value = subjects.ToArray() });
            await notify.ExecuteNonQueryAsync(ct);
        }
        catch (NpgsqlException)
        {
            // Streams of other replicas look by themselves now and then; a lost signal only delays them.
        }
    }
}

/// <summary>Hears of changes that other replicas committed.</summary>
internal sealed class ChangeListener(NpgsqlDataSource database, ChangeSignal signal, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, change) =>
        {
            if (Guid.TryParse(change.Payload, out var subject))
            {
                signal.WakeStreams(subject);
            }
        };
        await using var listen = new NpgsqlCommand($"LISTEN {ChangeNotifier.Channel}", connection);
        await listen.ExecuteNonQueryAsync(ct);
        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }
}
