using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Intake.Data.Configurations;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("import");
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.AppliedThrough).HasMaxLength(WorkRequest.ReferenceLength).UseCollation("C");
        builder.Property(import => import.Error).HasMaxLength(Import.ErrorLength);
        builder.ComplexProperty(
            import => import.Order,
            order =>
            {
                order.Property(o => o.Source).HasMaxLength(WorkRequest.SourceLength);
                order.Property(o => o.Separator).HasMaxLength(1);
                order.Property(o => o.Mapping).HasMaxLength(Import.MappingLength);
                order.Property(o => o.FileName).HasMaxLength(Import.FileNameLength);
            }
        );
        // What a worker looks for; ended imports are not in it.
        builder.HasIndex(import => import.CreatedAt).HasFilter("state IN ('Queued', 'Reading', 'Applying')");
    }
}

internal sealed class ImportRejectionConfiguration : IEntityTypeConfiguration<ImportRejection>
{
    public void Configure(EntityTypeBuilder<ImportRejection> builder)
    {
        builder.ToTable("import_rejection");
        builder.HasKey(rejection => new { rejection.ImportId, rejection.Line });
        builder.Property(rejection => rejection.ColumnName).HasMaxLength(ImportRejection.TextLength);
        builder.Property(rejection => rejection.Reason).HasMaxLength(ImportRejection.TextLength);
    }
}

internal sealed class ImportChunkConfiguration : IEntityTypeConfiguration<ImportChunk>
{
    public void Configure(EntityTypeBuilder<ImportChunk> builder)
    {
        builder.ToTable("import_chunk");
        builder.HasKey(chunk => new { chunk.ImportId, chunk.Number });
    }
}

internal sealed class ImportRowConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("import_row");
        builder.HasKey(row => new
        {
            row.ImportId,
            row.Reference,
            row.Line,
        });
        builder.Property(row => row.Reference).HasMaxLength(WorkRequest.ReferenceLength).UseCollation("C");
    }
}
