using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Experiments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Board.Data.Configurations;

internal sealed class FlowItemConfiguration : IEntityTypeConfiguration<FlowItemRow>
{
    public void Configure(EntityTypeBuilder<FlowItemRow> builder)
    {
        // No foreign keys: what is worked out from the history is written after it, and thrown away freely.
        builder.ToTable("flow_item");
        builder.HasKey(item => item.CardId);
        builder.Property(item => item.CardId).ValueGeneratedNever();
        builder.Property(item => item.Key).HasMaxLength(CardConfiguration.KeyLength);
        builder
            .Property(item => item.Lived)
            .HasComputedColumnSql(
                "tstzrange(least(committed_at, coalesce(finished_at, abandoned_at)), "
                    + "coalesce(finished_at, abandoned_at), '(]')",
                stored: true
            );
        // What ended within a window, by months; and what is open.
        builder.HasIndex(item => new { item.BoardId, item.EndedMonth });
        // What was on the board at an instant, however long the history before and after it.
        builder.HasIndex(item => new { item.BoardId, item.Lived }).HasMethod("gist");
    }
}

internal sealed class FlowBlockConfiguration : IEntityTypeConfiguration<FlowBlockRow>
{
    public void Configure(EntityTypeBuilder<FlowBlockRow> builder)
    {
        builder.ToTable("flow_block");
        builder.HasKey(block => new
        {
            block.BoardId,
            block.Month,
            block.Category,
            block.ClassOfService,
            block.Furthest,
            block.IsFinished,
        });
    }
}

internal sealed class FlowProgressConfiguration : IEntityTypeConfiguration<FlowProgressRow>
{
    public void Configure(EntityTypeBuilder<FlowProgressRow> builder)
    {
        builder.ToTable("flow_progress");
        builder.HasKey(progress => progress.BoardId);
        builder.Property(progress => progress.BoardId).ValueGeneratedNever();
    }
}

internal sealed class ExperimentConfiguration : IEntityTypeConfiguration<ExperimentRow>
{
    public void Configure(EntityTypeBuilder<ExperimentRow> builder)
    {
        builder.ToTable(
            "experiment",
            table => table.HasCheckConstraint("ck_experiment_decided", "(status = 'Running') = (decided_at IS NULL)")
        );
        builder.Property(experiment => experiment.Id).ValueGeneratedNever();
        builder.Property(experiment => experiment.Hypothesis).HasMaxLength(Experiment.HypothesisLength);
        builder.Property(experiment => experiment.Reason).HasMaxLength(Experiment.ReasonLength);
        builder.Property(experiment => experiment.BaseDigest).HasMaxLength(64);
        builder.Property(experiment => experiment.PatchDigest).HasMaxLength(64);
        builder.Property(experiment => experiment.DecidedOn).HasColumnType("jsonb");
        builder.HasOne<BoardRow>().WithMany().HasForeignKey(experiment => experiment.BoardId);
        // The experiments of a board, latest first; and those that run.
        builder.HasIndex(experiment => new { experiment.BoardId, experiment.Id });
    }
}
