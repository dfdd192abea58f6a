using FlowPlatform.Prioritisation.Domain.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Prioritisation.Data.Configurations;

internal sealed class OptionConfiguration : IEntityTypeConfiguration<Option>
{
    public void Configure(EntityTypeBuilder<Option> builder)
    {
        builder.ToTable("options");
        builder.HasKey(option => option.Id);
        builder.Property(option => option.Id).ValueGeneratedNever();
        builder.Property(option => option.Version).IsConcurrencyToken();
        builder.Property(option => option.Key).HasMaxLength(40);
        builder.Property(option => option.Practice).HasMaxLength(40);
        builder.Property(option => option.Priority).HasMaxLength(10);
        builder.Property(option => option.Scores).AsJson();
        // The pool, longest waiting first, whole or by team, customer or category.
        builder.HasIndex(option => new
        {
            option.Status,
            option.AcceptedAt,
            option.Id,
        });
        builder.HasIndex(option => new { option.Status, option.TeamId });
        // Commitments that a board has not answered: what its room is really.
        builder.HasIndex(option => option.CommittedBoardId).HasFilter("status = 'Committed' AND answered_at IS NULL");
    }
}
