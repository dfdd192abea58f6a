using FlowPlatform.Board.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Board.Data.Configurations;

internal sealed class CommentConfiguration : IEntityTypeConfiguration<CommentRow>
{
    public void Configure(EntityTypeBuilder<CommentRow> builder)
    {
        builder.ToTable("card_comment");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.Text).HasMaxLength(CommentRow.TextLength);
        builder.HasOne<CardRow>().WithMany().HasForeignKey(comment => comment.CardId);
        builder.HasIndex(comment => new { comment.CardId, comment.Id });
        // Where a person is mentioned.
        builder.HasIndex(comment => comment.Mentions).HasMethod("gin");
    }
}

internal sealed class ChecklistItemConfiguration : IEntityTypeConfiguration<ChecklistItemRow>
{
    public void Configure(EntityTypeBuilder<ChecklistItemRow> builder)
    {
        builder.ToTable("checklist_item");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Text).HasMaxLength(ChecklistItemRow.TextLength);
        builder.HasOne<CardRow>().WithMany().HasForeignKey(item => item.CardId);
        builder.HasIndex(item => item.CardId);
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<AttachmentRow>
{
    public void Configure(EntityTypeBuilder<AttachmentRow> builder)
    {
        builder.ToTable("attachment");
        builder.Property(attachment => attachment.Id).ValueGeneratedNever();
        builder.Property(attachment => attachment.Url).HasMaxLength(AttachmentRow.UrlLength);
        builder.Property(attachment => attachment.Title).HasMaxLength(AttachmentRow.TitleLength);
        builder.HasOne<CardRow>().WithMany().HasForeignKey(attachment => attachment.CardId);
        builder.HasIndex(attachment => attachment.CardId);
    }
}

internal sealed class WatcherConfiguration : IEntityTypeConfiguration<WatcherRow>
{
    public void Configure(EntityTypeBuilder<WatcherRow> builder)
    {
        builder.ToTable("watcher");
        // By person first: what somebody watches is read more often than who watches something.
        builder.HasKey(watcher => new { watcher.PersonId, watcher.CardId });
        builder.HasOne<CardRow>().WithMany().HasForeignKey(watcher => watcher.CardId);
        builder.HasIndex(watcher => watcher.CardId);
    }
}

internal sealed class CardTextConfiguration : IEntityTypeConfiguration<CardTextRow>
{
    public void Configure(EntityTypeBuilder<CardTextRow> builder)
    {
        builder.ToTable("card_text");
        builder.HasKey(text => text.CardId);
        builder.Property(text => text.CardId).ValueGeneratedNever();
        builder.HasOne<CardRow>().WithMany().HasForeignKey(text => text.CardId);
        builder.HasIndex(text => text.Words).HasMethod("gin");
        builder.HasIndex(text => text.BoardId);
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<AbsenceRow>
{
    public void Configure(EntityTypeBuilder<AbsenceRow> builder)
    {
        builder.ToTable("absence");
        builder.HasKey(absence => absence.PersonId);
        builder.Property(absence => absence.PersonId).ValueGeneratedNever();
    }
}
