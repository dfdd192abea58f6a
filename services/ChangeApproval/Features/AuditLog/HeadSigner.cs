using System.Security.Cryptography;
using System.Text;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.AuditLog;
using FlowPlatform.Contracts.ChangeApproval;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>Signs the root over all leaves, when there are more than at the last head.</summary>
internal sealed class HeadSigner(ChangesDbContext db, LogKeyring keyring, TimeProvider clock)
{
    private const long LockKey = 0x464C_4F57_4845_4144; // "FLOWHEAD"

    /// <summary>The newest head, and whether it was signed just now; null while the log is empty.</summary>
    internal Task<(TreeHead? Head, bool IsNew)> SignAsync(CancellationToken ct) =>
        db.InTransactionAsync(
            async token =>
            {
                await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_xact_lock({LockKey})", token);
                var last = await db.TreeHeads.OrderByDescending(head => head.Size).FirstOrDefaultAsync(token);
                var connection = (NpgsqlConnection)db.Database.GetDbConnection();
                var size = await LogStore.SizeAsync(connection, token);
                if (size == (last?.Size ?? 0))
                {
                    return (last, false);
                }

                var root = (await LogStore.EdgeAsync(connection, size, token)).Root();
                var head = await SignAsync(size, root, token);
                await db.SaveChangesAsync(token);
                return ((TreeHead?)head, true);
            },
            ct
        );

    private async Task<TreeHead> SignAsync(long size, byte[] root, CancellationToken ct)
    {
        var (keyId, key) = await keyring.CurrentAsync(ct);
        using (key)
        {
            var now = clock.GetUtcNow();
            // The database keeps microseconds, and the text that was signed must be made again from it.
            var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
            var hash = Convert.ToHexStringLower(root);
            var text = Encoding.UTF8.GetBytes($"{size}|{hash}|{at:O}");
            var head = new TreeHead
            {
                Size = size,
                RootHash = root,
                SignedAt = at,
                KeyId = keyId,
                Signature = Convert.ToBase64String(key.SignData(text, HashAlgorithmName.SHA256)),
            };
            db.TreeHeads.Add(head);
            db.Publish(new TreeHeadSigned(size, hash, keyId, head.Signature, at));
            return head;
        }
    }
}

/// <summary>Signs every minute; a head costs O(log n) and is skipped when nothing is new.</summary>
internal sealed partial class HeadClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HeadClock> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<HeadSigner>().SignAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException)
            {
                Log.Postponed(logger, e.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The tree head is signed a minute later: {Reason}")]
        public static partial void Postponed(ILogger logger, string reason);
    }
}
