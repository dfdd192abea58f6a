using FlowPlatform.AiAdoption.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.AiAdoption.Data;

internal sealed class PersonCopyConfiguration : IEntityTypeConfiguration<PersonCopy>
{
    public void Configure(EntityTypeBuilder<PersonCopy> builder)
    {
        builder.HasKey(person => person.PersonId);
        builder.Property(person => person.PersonId).ValueGeneratedNever();
        builder.Property(person => person.Email).HasMaxLength(320);
        // Serves the look-up of an import's rows.
        builder.HasIndex(person => person.Email);
    }
}

internal sealed class GroupCopyConfiguration : IEntityTypeConfiguration<GroupCopy>
{
    public void Configure(EntityTypeBuilder<GroupCopy> builder)
    {
        builder.HasKey(group => group.TeamId);
        builder.Property(group => group.TeamId).ValueGeneratedNever();
        builder.Property(group => group.Name).HasMaxLength(200);
        builder.Property(group => group.Function).HasMaxLength(100);
    }
}

internal sealed class GroupMemberConfiguration : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> builder) =>
        builder.HasKey(member => new { member.TeamId, member.PersonId });
}

internal sealed class UsageEventConfiguration : IEntityTypeConfiguration<UsageEvent>
{
    public void Configure(EntityTypeBuilder<UsageEvent> builder)
    {
        builder.HasKey(usage => usage.EventId);
        builder.Property(usage => usage.EventId).HasMaxLength(UsageRow.EventIdLength);
        builder.HasIndex(usage => usage.Day);
    }
}

internal sealed class DailyUsageConfiguration : IEntityTypeConfiguration<DailyUsage>
{
    public void Configure(EntityTypeBuilder<DailyUsage> builder)
    {
        builder.HasKey(usage => new
        {
            usage.Pseudonym,
            usage.Day,
            usage.Tool,
        });
        builder.Property(usage => usage.Tool).HasMaxLength(UsageRow.ToolLength);
    }
}

internal sealed class SeatConfiguration : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.HasKey(seat => new { seat.Pseudonym, seat.Tool });
        builder.Property(seat => seat.Tool).HasMaxLength(UsageRow.ToolLength);
    }
}

internal sealed class ReleasedFigureConfiguration : IEntityTypeConfiguration<ReleasedFigure>
{
    public void Configure(EntityTypeBuilder<ReleasedFigure> builder)
    {
        builder.HasKey(figure => new
        {
            figure.PeriodEnd,
            figure.Figure,
            figure.Group,
        });
        builder.Property(figure => figure.Figure).HasMaxLength(40);
        builder.Property(figure => figure.Group).HasMaxLength(60);
        builder.Property(figure => figure.Reason).HasMaxLength(40);
    }
}

internal sealed class PseudonymKeyConfiguration : IEntityTypeConfiguration<PseudonymKey>
{
    public void Configure(EntityTypeBuilder<PseudonymKey> builder) =>
        builder.Property(key => key.Id).ValueGeneratedNever();
}
