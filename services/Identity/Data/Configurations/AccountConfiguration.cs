using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.Identity.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Email).HasMaxLength(Person.EmailMaxLength).IsRequired();
        builder.Property(account => account.NormalizedEmail).HasMaxLength(Person.EmailMaxLength).IsRequired();
        builder.Property(account => account.PasswordHash).HasMaxLength(200);
        builder.Property(account => account.ConcurrencyStamp).HasMaxLength(36).IsConcurrencyToken();
        builder.Property(account => account.SecurityStamp).HasMaxLength(64);
        builder.Property(account => account.UserName).HasMaxLength(Person.EmailMaxLength);
        builder.Property(account => account.NormalizedUserName).HasMaxLength(Person.EmailMaxLength);
        builder.Ignore(account => account.PhoneNumber);
        builder.Ignore(account => account.PhoneNumberConfirmed);
        builder.Ignore(account => account.EmailConfirmed);
        builder.Ignore(account => account.TwoFactorEnabled);
        // Sign-in by address, and nobody shares one.
        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(account => account.Id);
    }
}
