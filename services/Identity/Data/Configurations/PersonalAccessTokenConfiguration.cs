using FlowPlatform.Identity.Domain.AccessTokens;
using FlowPlatform.Identity.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class PersonalAccessTokenConfiguration : IEntityTypeConfiguration<PersonalAccessToken>
{
    public void Configure(EntityTypeBuilder<PersonalAccessToken> builder)
    {
        builder.ToTable("personal_access_tokens");
        builder.HasKey(token => token.Id);
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.Name).HasMaxLength(PersonalAccessToken.NameMaxLength);
        builder.Property(token => token.Hash).HasMaxLength(32);
        // The exchange for an access token.
        builder.HasIndex(token => token.Hash).IsUnique();
        // A person's own list, newest first.
        builder.HasIndex(token => new { token.PersonId, token.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(token => token.PersonId);
    }
}
