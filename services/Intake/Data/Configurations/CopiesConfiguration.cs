using FlowPlatform.Intake.Features.Copies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Intake.Data.Configurations;

internal sealed class CustomerCopyConfiguration : IEntityTypeConfiguration<CustomerCopy>
{
    public void Configure(EntityTypeBuilder<CustomerCopy> builder)
    {
        builder.ToTable("customer_copy");
        builder.Property(customer => customer.Id).ValueGeneratedNever();
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

internal sealed class PersonCopyConfiguration : IEntityTypeConfiguration<PersonCopy>
{
    public void Configure(EntityTypeBuilder<PersonCopy> builder)
    {
        builder.ToTable("person_copy");
        builder.Property(person => person.Id).ValueGeneratedNever();
    }
}
