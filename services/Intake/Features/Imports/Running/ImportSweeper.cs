using Npgsql;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>
/// Clears away what no import needs any more: uploads that broke off, and stored files after their import has completed or, so that it
/// could still be resumed, a week after it failed or was cancelled.
/// </summary>
internal sealed partial class ImportSweeper(
    NpgsqlDataSource database,
    TimeProvider clock,
    ILogger<ImportSweeper> logger
) : BackgroundService
{
    private const string Sweep = """
        UPDATE import SET state = 'Failed', error = 'The upload broke off.', ended_at = now()
        WHERE state = 'Receiving' AND created_at < now() - interval '6 hours';
        DELETE FROM import_chunk c USING import i WHERE i.id = c.import_id AND i.ended_at IS NOT NULL
          AND (i.state = 'Completed' OR i.bytes_total = 0 OR i.ended_at < now() - interval '7 days');
        DELETE FROM import_row r USING import i WHERE i.id = r.import_id AND i.ended_at IS NOT NULL
          AND (i.state = 'Completed' OR i.ended_at < now() - interval '7 days');
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var sweep = database.CreateCommand(Sweep);
                await sweep.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                Log.Postponed(logger, e.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Clearing imports away is postponed: {Reason}")]
        public static partial void Postponed(ILogger logger, string reason);
    }
}
