using FlowPlatform.Identity.Domain.Functions;
using FlowPlatform.Identity.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(person => person.Id);
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Name).HasMaxLength(Person.NameMaxLength);
        builder.Property(person => person.Email).HasMaxLength(Person.EmailMaxLength);
        builder.Property(person => person.Version).IsConcurrencyToken();
        builder
            .HasOne<Function>()
            .WithMany()
            .HasForeignKey(person => person.Function)
            .OnDelete(DeleteBehavior.Restrict);
        // The list of people, in the order it is paged.
        builder.HasIndex(person => new { person.Name, person.Id });
    }
}
