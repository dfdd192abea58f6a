using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Delegations;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Domain.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ChangeApproval.Data.Configurations;

internal sealed class ChangeModelConfiguration : IEntityTypeConfiguration<ChangeModel>
{
    public void Configure(EntityTypeBuilder<ChangeModel> builder)
    {
        builder.ToTable("change_model");
        builder.Property(model => model.Id).ValueGeneratedNever();
        builder.Property(model => model.Version).IsConcurrencyToken();
        // A team has one model of its own.
        builder.HasIndex(model => model.TeamId).IsUnique();
        builder.HasMany(model => model.Versions).WithOne().HasForeignKey(version => version.ModelId);
    }
}

internal sealed class ModelVersionConfiguration : IEntityTypeConfiguration<ModelVersion>
{
    public void Configure(EntityTypeBuilder<ModelVersion> builder)
    {
        builder.ToTable("change_model_version");
        builder.HasKey(version => new { version.ModelId, version.Number });
        builder.Property(version => version.Name).HasMaxLength(ChangeModel.NameLength);
        builder.Property(version => version.Processes).AsJson();
    }
}

internal sealed class ModelVerificationConfiguration : IEntityTypeConfiguration<ModelVerification>
{
    public void Configure(EntityTypeBuilder<ModelVerification> builder)
    {
        builder.ToTable("model_verification");
        builder.Property(verification => verification.Id).ValueGeneratedNever();
        builder.Property(verification => verification.ProcessDigest).HasMaxLength(64);
        builder.Property(verification => verification.ControlsDigest).HasMaxLength(64);
        builder.Property(verification => verification.Findings).AsJson();
        builder.HasIndex(verification => new { verification.ModelId, verification.Id });
    }
}

internal sealed class ControlSetConfiguration : IEntityTypeConfiguration<ControlSet>
{
    public void Configure(EntityTypeBuilder<ControlSet> builder)
    {
        builder.ToTable("control_set");
        builder.Property(set => set.Id).ValueGeneratedNever();
        builder.Property(set => set.Version).IsConcurrencyToken();
        builder.HasMany(set => set.Versions).WithOne().HasForeignKey(version => version.SetId);
    }
}

internal sealed class ControlSetVersionConfiguration : IEntityTypeConfiguration<ControlSetVersion>
{
    public void Configure(EntityTypeBuilder<ControlSetVersion> builder)
    {
        builder.ToTable("control_set_version");
        builder.HasKey(version => new { version.SetId, version.Number });
        builder.Property(version => version.Name).HasMaxLength(ControlSet.NameLength);
        builder.Property(version => version.Controls).AsJson();
    }
}

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegation");
        builder.Property(delegation => delegation.Id).ValueGeneratedNever();
        builder.Property(delegation => delegation.Reason).HasMaxLength(Delegation.ReasonLength);
        builder.Property(delegation => delegation.Scope).AsJson();
        builder.Property(delegation => delegation.Version).IsConcurrencyToken();
        // Read at every judgement by somebody who may be a deputy.
        builder.HasIndex(delegation => delegation.DeputyId);
        builder.HasIndex(delegation => delegation.PrincipalId);
    }
}

internal sealed class ChangeAuthorityConfiguration : IEntityTypeConfiguration<ChangeAuthority>
{
    public void Configure(EntityTypeBuilder<ChangeAuthority> builder)
    {
        builder.ToTable("change_authority");
        builder.HasKey(authority => authority.PersonId);
        builder.Property(authority => authority.PersonId).ValueGeneratedNever();
        builder.Property(authority => authority.Scope).AsJson();
    }
}
