using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>Removes inbox rows that no redelivery can reach any more, and idempotent answers past their day.</summary>
internal sealed partial class Housekeeping(NpgsqlDataSource database, TimeProvider clock, ILogger<Housekeeping> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan AnswersKept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RemoveAsync(
                    "DELETE FROM inbox_message WHERE received_at < $1",
                    clock.GetUtcNow() - InboxKept,
                    stoppingToken
                );
                await RemoveAsync(
                    "DELETE FROM idempotent_answer WHERE created_at < $1",
                    clock.GetUtcNow() - AnswersKept,
                    stoppingToken
                );
            }
            catch (NpgsqlException e)
            {
                Log.Postponed(logger, e.Message);
            }
        }
    }

    private async Task RemoveAsync(string statement, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(statement);
        command.Parameters.Add(new() { Value = before });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Housekeeping is postponed by an hour: {Reason}")]
        public static partial void Postponed(ILogger logger, string reason);
    }
}
