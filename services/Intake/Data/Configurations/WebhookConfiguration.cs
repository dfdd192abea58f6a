using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Intake.Data.Configurations;

internal sealed class WebhookSourceConfiguration : IEntityTypeConfiguration<WebhookSource>
{
    public void Configure(EntityTypeBuilder<WebhookSource> builder)
    {
        builder.ToTable("webhook_source");
        builder.Property(source => source.Id).ValueGeneratedNever();
        builder.Property(source => source.Secret).HasMaxLength(WebhookSource.SecretLength);
        builder.ComplexProperty(
            source => source.Order,
            order =>
            {
                order.Property(o => o.Source).HasMaxLength(WorkRequest.SourceLength);
                order.Property(o => o.Separator).HasMaxLength(1);
                order.Property(o => o.Mapping).HasMaxLength(Import.MappingLength);
                order.Property(o => o.FileName).HasMaxLength(Import.FileNameLength);
            }
        );
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_delivery");
        builder.HasKey(delivery => new { delivery.SourceId, delivery.Delivery });
        builder.Property(delivery => delivery.Delivery).HasMaxLength(WebhookSignature.DeliveryLength);
    }
}
