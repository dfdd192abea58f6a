using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Deployments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ChangeApproval.Data.Configurations;

internal sealed class DeploymentPermitConfiguration : IEntityTypeConfiguration<DeploymentPermit>
{
    public void Configure(EntityTypeBuilder<DeploymentPermit> builder)
    {
        builder.ToTable("deployment_permit");
        builder.Property(permit => permit.Id).ValueGeneratedNever();
        builder.Property(permit => permit.System).HasMaxLength(DeploymentPermit.NameLength);
        builder.Property(permit => permit.Environment).HasMaxLength(DeploymentPermit.NameLength);
        builder.Property(permit => permit.ImplementationDigest).HasMaxLength(ChangeContent.DigestLength);
        builder.Property(permit => permit.Reasons).AsJson();
        builder.HasIndex(permit => permit.ChangeId);
    }
}

internal sealed class DeploymentRecordConfiguration : IEntityTypeConfiguration<DeploymentRecord>
{
    public void Configure(EntityTypeBuilder<DeploymentRecord> builder)
    {
        builder.ToTable("deployment_record");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.System).HasMaxLength(DeploymentPermit.NameLength);
        builder.Property(record => record.Environment).HasMaxLength(DeploymentPermit.NameLength);
        builder.Property(record => record.ImplementationDigest).HasMaxLength(ChangeContent.DigestLength);
        builder.Property(record => record.Reference).HasMaxLength(DeploymentRecord.ReferenceLength);
        builder.Property(record => record.Reasons).AsJson();
        builder.HasIndex(record => record.ChangeId);
        builder.HasIndex(record => record.Id).HasFilter("is_exception");
    }
}
