using FlowPlatform.Board.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Board.Data.Configurations;

internal sealed class BoardConfiguration : IEntityTypeConfiguration<BoardRow>
{
    public void Configure(EntityTypeBuilder<BoardRow> builder)
    {
        // Half the page stays free, so that the version of a busy board is updated in place.
        builder.ToTable("board").HasStorageParameter("fillfactor", 50);
        builder.Property(board => board.Id).ValueGeneratedNever();
        builder.Property(board => board.Name).HasMaxLength(BoardRow.NameLength);
        builder.HasIndex(board => board.TeamId);
    }
}

internal sealed class WorkflowConfiguration : IEntityTypeConfiguration<WorkflowRow>
{
    public void Configure(EntityTypeBuilder<WorkflowRow> builder)
    {
        builder.ToTable("workflow_version");
        builder.HasKey(workflow => new { workflow.BoardId, workflow.Version });
        builder.Property(workflow => workflow.Definition).HasColumnType("jsonb");
        builder.HasOne<BoardRow>().WithMany().HasForeignKey(workflow => workflow.BoardId);
    }
}

internal sealed class OccupancyConfiguration : IEntityTypeConfiguration<OccupancyRow>
{
    public void Configure(EntityTypeBuilder<OccupancyRow> builder)
    {
        builder.ToTable("occupancy", table => table.HasCheckConstraint("ck_occupancy_cards", "cards >= 0"));
        builder.HasStorageParameter("fillfactor", 50);
        builder.HasKey(cell => new
        {
            cell.BoardId,
            cell.ColumnId,
            cell.Category,
            cell.ClassOfService,
        });
    }
}

internal sealed class RefusedWorkConfiguration : IEntityTypeConfiguration<RefusedWorkRow>
{
    public void Configure(EntityTypeBuilder<RefusedWorkRow> builder)
    {
        builder.ToTable("refused_work");
        builder.Property(work => work.Id).ValueGeneratedNever();
        builder.Property(work => work.Key).HasMaxLength(CardConfiguration.KeyLength);
        builder.Property(work => work.Title).HasMaxLength(CardConfiguration.TitleLength);
        builder.Property(work => work.Code).HasMaxLength(60);
        builder.Property(work => work.Reason).HasMaxLength(1000);
        builder.Property(work => work.Commitment).HasColumnType("jsonb");
        // The visible list of a board, oldest first.
        builder.HasIndex(work => new { work.BoardId, work.Id }).HasFilter("admitted_at IS NULL");
    }
}
