using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>That a person read the log within an hour.</summary>
internal sealed class LogReading
{
    public required Guid PersonId { get; init; }
    public required DateTimeOffset Hour { get; init; }
}

internal sealed class LogReadingConfiguration : IEntityTypeConfiguration<LogReading>
{
    public void Configure(EntityTypeBuilder<LogReading> builder)
    {
        builder.ToTable("audit_reading");
        builder.HasKey(reading => new { reading.PersonId, reading.Hour });
    }
}

/// <summary>Puts reads of the log into the log: one fact a person and hour, or the log would fill with its own readers.</summary>
internal sealed class ReadAccount(ChangesDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>The subject of facts about the log itself.</summary>
    internal static Guid LogId { get; } = new("00000000-0000-0000-0000-00000000a0d1");

    internal async Task NoteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        await db.InTransactionAsync(
            async token =>
            {
                var isFirst = await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO audit_reading (person_id, hour) VALUES ({user.Id}, {hour}) ON CONFLICT DO NOTHING",
                    token
                );
                if (isFirst == 1)
                {
                    db.Audit(new AuditFact("audit-log.read", "audit-log", LogId, user.Id, now));
                }

                return await db.SaveChangesAsync(token);
            },
            ct
        );
    }

    internal async Task NoteExportAsync(long size, CancellationToken ct)
    {
        db.Audit(
            new AuditFact("audit-log.exported", "audit-log", LogId, user.Id, clock.GetUtcNow()) { After = new { size } }
        );
        await db.SaveChangesAsync(ct);
    }
}
