using FlowPlatform.Board.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Board.Data.Configurations;

internal sealed class PersonCopyConfiguration : IEntityTypeConfiguration<PersonCopy>
{
    public void Configure(EntityTypeBuilder<PersonCopy> builder)
    {
        builder.ToTable("person_copy");
        builder.Property(person => person.Id).ValueGeneratedNever();
    }
}

internal sealed class TeamCopyConfiguration : IEntityTypeConfiguration<TeamCopy>
{
    public void Configure(EntityTypeBuilder<TeamCopy> builder)
    {
        builder.ToTable("team_copy");
        builder.Property(team => team.Id).ValueGeneratedNever();
    }
}

internal sealed class ChangeCopyConfiguration : IEntityTypeConfiguration<ChangeCopy>
{
    public void Configure(EntityTypeBuilder<ChangeCopy> builder)
    {
        builder.ToTable("change_copy");
        builder.HasKey(change => change.ChangeId);
        builder.Property(change => change.ChangeId).ValueGeneratedNever();
        builder.HasIndex(change => change.WorkItemId);
    }
}
