using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ChangeApproval.Data.Configurations;

internal sealed class ChangeRequestConfiguration : IEntityTypeConfiguration<ChangeRequest>
{
    public void Configure(EntityTypeBuilder<ChangeRequest> builder)
    {
        builder.ToTable("change_request");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Category).HasMaxLength(ChangeContent.NameLength);
        builder.Property(change => change.State).HasMaxLength(ChangeContent.NameLength);
        builder.Property(change => change.Title).HasMaxLength(ChangeContent.TitleLength);
        builder.Property(change => change.ImplementationDigest).HasMaxLength(ChangeContent.DigestLength);
        builder.Property(change => change.Version).IsConcurrencyToken();
        builder.Ignore(change => change.ActVersion);
        builder.Ignore(change => change.Key);
        builder.Ignore(change => change.Present);
        builder.Ignore(change => change.Systems);
        builder.Ignore(change => change.Run);
        builder.HasIndex(change => change.Number).IsUnique();
        // What waits for somebody: few, however many have ended.
        builder
            .HasIndex(change => change.Number, "ix_change_request_unjudged")
            .HasFilter($"stage IN ('{nameof(Stage.Waiting)}', '{nameof(Stage.Implemented)}')");
        // The list of a team, newest first; the card's changes; reviews that are due.
        builder.HasIndex(change => new { change.TeamId, change.Number });
        builder.HasIndex(change => change.WorkItemId);
        builder.HasIndex(change => change.ImplementationDigest);
        builder.HasIndex(change => change.ReviewDueAt).HasFilter($"stage = '{nameof(Stage.Implemented)}'");
        builder.HasMany(change => change.Revisions).WithOne().HasForeignKey(revision => revision.ChangeId);
        builder.HasMany(change => change.Sides).WithOne().HasForeignKey(side => side.ChangeId);
        builder.HasMany(change => change.Duties).WithOne().HasForeignKey(duty => duty.ChangeId);
        builder.HasMany(change => change.Verdicts).WithOne().HasForeignKey(verdict => verdict.ChangeId);
        builder.HasMany(change => change.CarryOvers).WithOne().HasForeignKey(carry => carry.ChangeId);
        builder.HasMany(change => change.Evidence).WithOne().HasForeignKey(evidence => evidence.ChangeId);
    }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("change_revision");
        builder.HasKey(revision => new { revision.ChangeId, revision.Number });
        builder.Property(revision => revision.Content).AsJson();
        builder.Property(revision => revision.Digests).AsJson();
        builder.Property(revision => revision.Reason).HasMaxLength(Verdict.ReasonLength);
    }
}

internal sealed class AttestationConfiguration : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> builder)
    {
        builder.ToTable("change_evidence");
        builder.Property(evidence => evidence.Id).ValueGeneratedNever();
        builder.Property(evidence => evidence.Kind).HasMaxLength(Attestation.KindLength);
        builder.Property(evidence => evidence.Reference).HasMaxLength(Attestation.ReferenceLength);
        builder.Property(evidence => evidence.ImplementationSeen).HasMaxLength(64);
    }
}

internal sealed class RefusedAttemptConfiguration : IEntityTypeConfiguration<RefusedAttempt>
{
    public void Configure(EntityTypeBuilder<RefusedAttempt> builder)
    {
        // No foreign key: it is written beside a transaction that may hold the change's row.
        builder.ToTable("refused_attempt");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.Property(attempt => attempt.Act).HasMaxLength(40);
        builder.Property(attempt => attempt.Code).HasMaxLength(100);
        builder.HasIndex(attempt => attempt.ChangeId);
    }
}
