using Microsoft.Extensions.Options;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>Loads the keys at start, follows changes other replicas make, and rotates by age.</summary>
internal sealed partial class KeyKeeper(
    IServiceScopeFactory scopes,
    KeyRing ring,
    IOptions<SigningKeyOptions> options,
    TimeProvider clock,
    ILogger<KeyKeeper> logger
) : BackgroundService
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(1);

    private bool _kept;

    /// <summary>The keys are there before the first request is taken, unless the database is not.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _kept = await KeepAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(_kept ? options.Value.ReloadEvery : RetryEvery, clock, stoppingToken);
            _kept = await KeepAsync(stoppingToken);
        }
    }

    private async Task<bool> KeepAsync(CancellationToken ct)
    {
        try
        {
            await ring.ReloadAsync(ct);
            await using var scope = scopes.CreateAsyncScope();
            var made = await scope.ServiceProvider.GetRequiredService<KeyRotation>().RotateIfDueAsync(ct);
            if (made is not null)
            {
                Log.KeyMade(logger, made.KeyId, made.SignsFrom);
                await ring.ReloadAsync(ct);
            }

            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database may be restarting: what is in memory goes on working, readiness tells when nothing is.
            Log.KeysNotLoaded(logger, failure);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Signing key {KeyId} announced; it signs from {SignsFrom}")]
        public static partial void KeyMade(ILogger logger, string keyId, DateTimeOffset signsFrom);

        [LoggerMessage(LogLevel.Warning, "The signing keys could not be loaded; trying again")]
        public static partial void KeysNotLoaded(ILogger logger, Exception failure);
    }
}
