using FlowPlatform.Intake.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Intake.Data.Configurations;

internal sealed class RequestHistoryConfiguration : IEntityTypeConfiguration<RequestHistoryEntry>
{
    public void Configure(EntityTypeBuilder<RequestHistoryEntry> builder)
    {
        builder.ToTable("request_history");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.State).HasMaxLength(RequestHistoryEntry.StateLength);
        builder.Property(entry => entry.Note).HasMaxLength(RequestHistoryEntry.NoteLength);
        builder.HasIndex(entry => new { entry.RequestId, entry.At });
    }
}

internal sealed class RequestCommentConfiguration : IEntityTypeConfiguration<RequestComment>
{
    public void Configure(EntityTypeBuilder<RequestComment> builder)
    {
        builder.ToTable("request_comment");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.Text).HasMaxLength(RequestComment.TextLength);
        builder.HasIndex(comment => new { comment.RequestId, comment.Id });
    }
}
