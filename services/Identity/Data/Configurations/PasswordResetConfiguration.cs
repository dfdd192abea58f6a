using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.Identity.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class PasswordResetConfiguration : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.ToTable("password_resets");
        builder.HasKey(reset => reset.Hash);
        builder.Property(reset => reset.Hash).HasMaxLength(32).ValueGeneratedNever();
        // A new password makes a person's other links void.
        builder.HasIndex(reset => reset.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(reset => reset.PersonId);
    }
}
