using FlowPlatform.Identity.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>Removes what has ended for good, so that the tables hold living sessions and not history.</summary>
internal sealed partial class TokenSweeper(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<TokenSweeper> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Reuse is still recognised for a day after a session's end.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.SweepFailed(logger, failure);
            }
        }
    }

    internal async Task SweepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = clock.GetUtcNow();
        var ended = now - Kept;
        await db.RefreshFamilies.Where(family => family.ExpiresAt < ended).ExecuteDeleteAsync(ct);
        await db.PasswordResets.Where(reset => reset.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.SigningKeys.Where(key => key.TrustedUntil < ended).ExecuteDeleteAsync(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Ended sessions could not be removed; trying again in an hour")]
        public static partial void SweepFailed(ILogger logger, Exception failure);
    }
}
