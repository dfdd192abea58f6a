using FlowPlatform.Prioritisation.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Prioritisation.Data.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<ReplenishmentSession>
{
    /// <summary>Two sessions at once would hand out the same slots twice.</summary>
    public const string OneLiveSession = "ix_sessions_one_live_a_board";

    public void Configure(EntityTypeBuilder<ReplenishmentSession> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder.Property(session => session.Figures).AsJson();
        builder.Property(session => session.EndReason).HasMaxLength(Objection.ReasonLength);
        builder
            .HasIndex(session => session.BoardId, OneLiveSession)
            .IsUnique()
            .HasFilter("state IN ('Open', 'Deliberating')");
        // Sessions of a board, newest first: version 7 ids sort by the time they were made.
        builder.HasIndex(session => new { session.BoardId, session.Id });
        // The watcher of time limits reads live sessions alone.
        builder.HasIndex(session => session.ClosesAt).HasFilter("state IN ('Open', 'Deliberating')");
        builder.HasMany(session => session.Options).WithOne().HasForeignKey(option => option.SessionId);
        builder.HasMany(session => session.Participants).WithOne().HasForeignKey(p => p.SessionId);
        builder.HasMany(session => session.Proposals).WithOne().HasForeignKey(proposal => proposal.SessionId);
        builder.HasMany(session => session.Objections).WithOne().HasForeignKey(objection => objection.SessionId);
    }
}

internal sealed class FrozenOptionConfiguration : IEntityTypeConfiguration<FrozenOption>
{
    public void Configure(EntityTypeBuilder<FrozenOption> builder)
    {
        builder.ToTable("session_options");
        builder.HasKey(option => new { option.SessionId, option.OptionId });
        builder.Property(option => option.Evidence).AsJson();
    }
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("session_participants");
        builder.HasKey(participant => new { participant.SessionId, participant.CustomerId });
        builder.Property(participant => participant.Ballot).AsJson();
        builder.Property(participant => participant.Consent).AsJson();
    }
}

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("session_proposals");
        builder.HasKey(proposal => new { proposal.SessionId, proposal.Number });
        builder.Property(proposal => proposal.Number).ValueGeneratedNever();
        builder.Property(proposal => proposal.Certificate).AsJson();
        builder.Property(proposal => proposal.Purchases).AsJson();
        builder.Property(proposal => proposal.Reason).HasMaxLength(Objection.ReasonLength);
    }
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("session_objections");
        builder.HasKey(objection => objection.Id);
        builder.Property(objection => objection.Id).ValueGeneratedNever();
        builder.Property(objection => objection.Reason).HasMaxLength(Objection.ReasonLength);
        builder.Property(objection => objection.Resolution).HasMaxLength(Objection.ReasonLength);
    }
}
