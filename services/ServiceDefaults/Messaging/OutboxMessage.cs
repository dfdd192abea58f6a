using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>An event that waits to be published. Written in the transaction of its change, deleted when the broker has confirmed it.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Order of publication. Changes of one aggregate hold its row lock, so their numbers rise in commit order.</summary>
    public long Id { get; init; }

    public required Guid MessageId { get; init; }

    /// <summary>Namespace and name of the contract, "FlowPlatform.Contracts.Board:CardMoved": also the name of its exchange.</summary>
    public required string Type { get; init; }

    /// <summary>The contract as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>W3C trace parent of the change, so that its consumers join the same trace.</summary>
    public string? TraceParent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_message");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).UseIdentityAlwaysColumn();
        builder.Property(message => message.Type).HasMaxLength(200);
        builder.Property(message => message.TraceParent).HasMaxLength(60);
        // Every row is deleted within milliseconds: vacuum by count, or dead rows pile up at the head of the index.
        builder.HasStorageParameter("autovacuum_vacuum_scale_factor", 0);
        builder.HasStorageParameter("autovacuum_vacuum_threshold", 10_000);
    }
}

/// <summary>A message that a consumer has handled: recorded in the transaction of its effect, so that redelivery has no second one.</summary>
internal sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    public required string Consumer { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}

internal sealed class InboxMessageConfiguration : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("inbox_message");
        builder.HasKey(message => new { message.Consumer, message.MessageId });
        builder.Property(message => message.Consumer).HasMaxLength(100);
        // Serves the hourly removal of old rows.
        builder.HasIndex(message => message.ReceivedAt);
    }
}
