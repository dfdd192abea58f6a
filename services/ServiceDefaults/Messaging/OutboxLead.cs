using Npgsql;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>The right to dispatch the outbox of a database: an advisory lock on a session that also hears of new rows.</summary>
internal sealed class OutboxLead : IAsyncDisposable
{
    private const long LockKey = 0x464C_4F57_4F55_5442; // "FLOWOUTB"
    private readonly NpgsqlConnection _session;

    private OutboxLead(NpgsqlConnection session) => _session = session;

    /// <summary>Waits until nobody else leads, however long that takes.</summary>
    public static async Task<OutboxLead> TakeAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var lead = new OutboxLead(await database.OpenConnectionAsync(cancellationToken));
        try
        {
            await using var take = new NpgsqlCommand(
                $"SELECT pg_advisory_lock({LockKey}); LISTEN {OutboxNotifier.Channel}",
                lead._session
            );
            take.CommandTimeout = 0;
            await take.ExecuteNonQueryAsync(cancellationToken);
            return lead;
        }
        catch
        {
            await lead.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hears of new rows until it is cancelled or the session breaks, and with it the lock.</summary>
    public async Task ListenAsync(Action heard, CancellationToken cancellationToken)
    {
        _session.Notification += (_, _) => heard();
        while (true)
        {
            await _session.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The pool resets no session: it would hold the lock against everybody.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (_session)
        {
            try
            {
                await using var release = new NpgsqlCommand("UNLISTEN *; SELECT pg_advisory_unlock_all()", _session);
                await release.ExecuteNonQueryAsync(CancellationToken.None);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
            {
                // The session is broken: the lock went with it.
            }
        }
    }
}
