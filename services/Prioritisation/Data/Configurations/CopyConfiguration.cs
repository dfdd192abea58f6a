using FlowPlatform.Prioritisation.Domain.Copies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Prioritisation.Data.Configurations;

internal sealed class BoardCapacityConfiguration : IEntityTypeConfiguration<BoardCapacity>
{
    public void Configure(EntityTypeBuilder<BoardCapacity> builder)
    {
        builder.ToTable("boards");
        builder.HasKey(board => board.BoardId);
        builder.Property(board => board.BoardId).ValueGeneratedNever();
        builder.Property(board => board.FreeByCategory).AsJson();
        builder.Property(board => board.ReservedByCategory).AsJson();
        builder.Property(board => board.SharesByCategory).AsJson().HasDefaultValueSql("'{}'");
        builder.HasIndex(board => board.TeamId);
    }
}

internal sealed class TeamCopyConfiguration : IEntityTypeConfiguration<TeamCopy>
{
    public void Configure(EntityTypeBuilder<TeamCopy> builder)
    {
        builder.ToTable("teams");
        builder.HasKey(team => team.TeamId);
        builder.Property(team => team.TeamId).ValueGeneratedNever();
    }
}

internal sealed class CustomerCopyConfiguration : IEntityTypeConfiguration<CustomerCopy>
{
    public void Configure(EntityTypeBuilder<CustomerCopy> builder)
    {
        builder.ToTable("customers");
        builder.HasKey(customer => customer.CustomerId);
        builder.Property(customer => customer.CustomerId).ValueGeneratedNever();
    }
}

internal sealed class PersonCopyConfiguration : IEntityTypeConfiguration<PersonCopy>
{
    public void Configure(EntityTypeBuilder<PersonCopy> builder)
    {
        builder.ToTable("people");
        builder.HasKey(person => person.PersonId);
        builder.Property(person => person.PersonId).ValueGeneratedNever();
    }
}
