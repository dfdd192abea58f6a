using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Board.Data.Configurations;

internal sealed class CardConfiguration : IEntityTypeConfiguration<CardRow>
{
    internal const int KeyLength = 60;
    internal const int TitleLength = 500;

    public void Configure(EntityTypeBuilder<CardRow> builder)
    {
        builder.ToTable("card").HasStorageParameter("fillfactor", 70);
        builder.Property(card => card.Id).ValueGeneratedNever();
        builder.Property(card => card.Key).HasMaxLength(KeyLength);
        builder.Property(card => card.Title).HasMaxLength(TitleLength);
        builder.Property(card => card.Tags).HasDefaultValueSql("'{}'");
        builder.Property(card => card.AiAssistance).HasMaxLength(MarkRules.AiAssistanceLength);
        builder.HasOne<BoardRow>().WithMany().HasForeignKey(card => card.BoardId);
        builder.HasIndex(card => card.WholeId).HasFilter("whole_id IS NOT NULL");
        // Occupants of a limit, and the snapshot of a board.
        builder.HasIndex(card => new { card.BoardId, card.ColumnId });
        // Throughput, cycle and lead times of a window: their cost does not grow with the history outside of it.
        builder.HasIndex(card => new { card.BoardId, card.FinishedAt }).HasFilter("finished_at IS NOT NULL");
        // Open cards, and those abandoned within a window.
        builder.HasIndex(card => new { card.BoardId, card.AbandonedAt }).HasFilter("finished_at IS NULL");
    }
}

internal sealed class AvatarTokenConfiguration : IEntityTypeConfiguration<AvatarTokenRow>
{
    public void Configure(EntityTypeBuilder<AvatarTokenRow> builder)
    {
        builder.ToTable(
            "avatar_token",
            table => table.HasCheckConstraint("ck_avatar_token_ordinal", "ordinal >= 0 AND ordinal < 2")
        );
        builder.HasKey(token => new { token.PersonId, token.Ordinal });
        builder.HasIndex(token => new { token.CardId, token.PersonId }).IsUnique();
        builder.HasOne<CardRow>().WithMany().HasForeignKey(token => token.CardId);
    }
}

internal sealed class BlockerConfiguration : IEntityTypeConfiguration<BlockerRow>
{
    public void Configure(EntityTypeBuilder<BlockerRow> builder)
    {
        builder.ToTable("blocker");
        builder.Property(blocker => blocker.Id).ValueGeneratedNever();
        builder.Property(blocker => blocker.Note).HasMaxLength(BlockerRow.NoteLength);
        builder.HasOne<CardRow>().WithMany().HasForeignKey(blocker => blocker.CardId);
        builder.HasIndex(blocker => blocker.CardId);
    }
}

internal sealed class TransitionConfiguration : IEntityTypeConfiguration<TransitionRow>
{
    internal const int ReasonLength = 1000;

    public void Configure(EntityTypeBuilder<TransitionRow> builder)
    {
        // No foreign keys: a row is written once with its card, and a check per row would cost every move.
        builder.ToTable("transition");
        builder.HasKey(transition => new { transition.BoardId, transition.Sequence });
        builder.Property(transition => transition.Reason).HasMaxLength(ReasonLength);
        builder.Property(transition => transition.Note).HasMaxLength(BlockerRow.NoteLength);
        builder.HasIndex(transition => new { transition.CardId, transition.CardVersion }).IsUnique();
        builder.HasIndex(transition => new { transition.BoardId, transition.At });
    }
}
