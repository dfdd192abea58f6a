using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Outcomes;
using FlowPlatform.Prioritisation.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Prioritisation.Data.Configurations;

internal sealed class OutcomeConfiguration : IEntityTypeConfiguration<ReplenishmentOutcome>
{
    public void Configure(EntityTypeBuilder<ReplenishmentOutcome> builder)
    {
        builder.ToTable("outcomes");
        builder.HasKey(outcome => outcome.Id);
        builder.Property(outcome => outcome.Id).ValueGeneratedNever();
        builder.Property(outcome => outcome.Signature).HasMaxLength(64);
        // The last line of defence: a session agrees once.
        builder.HasIndex(outcome => outcome.SessionId).IsUnique();
    }
}

internal sealed class LedgerAccountConfiguration : IEntityTypeConfiguration<LedgerAccount>
{
    public void Configure(EntityTypeBuilder<LedgerAccount> builder)
    {
        builder.ToTable("ledger_accounts");
        builder.HasKey(account => new { account.BoardId, account.CustomerId });
    }
}

internal sealed class CategoryAccountConfiguration : IEntityTypeConfiguration<CategoryAccount>
{
    public void Configure(EntityTypeBuilder<CategoryAccount> builder)
    {
        builder.ToTable("category_accounts");
        builder.HasKey(account => new { account.BoardId, account.Category });
    }
}

internal sealed class ValueReviewConfiguration : IEntityTypeConfiguration<ValueReview>
{
    public void Configure(EntityTypeBuilder<ValueReview> builder)
    {
        builder.ToTable("value_reviews");
        builder.HasKey(review => new { review.OptionId, review.PersonId });
        builder.Property(review => review.Comment).HasMaxLength(ValueReview.CommentLength);
    }
}
