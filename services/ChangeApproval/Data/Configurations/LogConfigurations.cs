using FlowPlatform.ChangeApproval.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ChangeApproval.Data.Configurations;

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("audit_entry");
        builder.HasKey(entry => entry.LeafIndex);
        builder.Property(entry => entry.LeafIndex).ValueGeneratedNever();
        builder.Ignore(entry => entry.IsMismatch);
        // A fact is one leaf, however often it is delivered.
        builder.HasIndex(entry => entry.FactId).IsUnique();
        // The filters of the entries list, each in the order in which it is paged.
        builder.HasIndex(entry => new { entry.SubjectId, entry.LeafIndex });
        builder.HasIndex(entry => new { entry.Actor, entry.LeafIndex });
        builder.HasIndex(entry => new { entry.Action, entry.LeafIndex });
        builder.HasIndex(entry => entry.OccurredAt);
    }
}

internal sealed class LogNodeConfiguration : IEntityTypeConfiguration<LogNode>
{
    public void Configure(EntityTypeBuilder<LogNode> builder)
    {
        builder.ToTable("audit_node");
        builder.HasKey(node => new { node.Level, node.NodeIndex });
    }
}

internal sealed class TreeHeadConfiguration : IEntityTypeConfiguration<TreeHead>
{
    public void Configure(EntityTypeBuilder<TreeHead> builder)
    {
        builder.ToTable("audit_head");
        builder.HasKey(head => head.Size);
        builder.Property(head => head.Size).ValueGeneratedNever();
    }
}

internal sealed class LogKeyConfiguration : IEntityTypeConfiguration<LogKey>
{
    public void Configure(EntityTypeBuilder<LogKey> builder)
    {
        builder.ToTable("audit_key");
        builder.Property(key => key.Id).ValueGeneratedNever().HasMaxLength(64);
    }
}
