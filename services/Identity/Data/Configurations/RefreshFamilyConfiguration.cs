using FlowPlatform.Identity.Domain.People;
using FlowPlatform.Identity.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class RefreshFamilyConfiguration : IEntityTypeConfiguration<RefreshFamily>
{
    public void Configure(EntityTypeBuilder<RefreshFamily> builder)
    {
        builder.ToTable("refresh_families");
        builder.HasKey(family => family.Id);
        builder.Property(family => family.Id).ValueGeneratedNever();
        // Ends all of a person's sessions.
        builder.HasIndex(family => family.PersonId);
        // Finds what can be swept away.
        builder.HasIndex(family => family.ExpiresAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(family => family.PersonId);
    }
}
