using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>
/// Takes the history of boards that changed into their measures, so that who asks for one does not wait for it. A
/// measure catches up by itself too; this only keeps what there is to catch up with short.
/// </summary>
internal sealed partial class FlowFollower(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<FlowFollower> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Then it is another board's turn; the rest is taken in the next round.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private const int MostBoards = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database may be away for a while; the next round takes up what this one left.
                Log.Failed(logger, e);
            }
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        foreach (var board in await BehindAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FlowProjection>().CatchUpAsync(board, Patience, ct);
        }
    }

    private async Task<List<Guid>> BehindAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoardDbContext>();
        return await db
            .Boards.Where(board =>
                !db.FlowProgress.Any(progress => progress.BoardId == board.Id && progress.Sequence >= board.Version)
            )
            .OrderBy(board => board.Id)
            .Select(board => board.Id)
            .Take(MostBoards)
            .ToListAsync(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The measures of boards could not be brought up to date")]
        internal static partial void Failed(ILogger logger, Exception exception);
    }
}
