using FlowPlatform.Intake.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Intake.Data.Configurations;

internal sealed class WorkRequestConfiguration : IEntityTypeConfiguration<WorkRequest>
{
    public const string OpenFilter = "status IN ('Submitted', 'Triaged', 'Committed', 'InProgress')";

    public void Configure(EntityTypeBuilder<WorkRequest> builder)
    {
        // SubmitSql leaves an unknown team to this check, as it leaves an unknown customer to the column's NOT NULL.
        builder.ToTable(
            "work_request",
            table =>
                table.HasCheckConstraint(
                    "ck_work_request_team",
                    "team_id IS NULL OR team_id <> '00000000-0000-0000-0000-000000000000'"
                )
        );
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.Property(request => request.KeyPrefix).HasMaxLength(8);
        builder.Property(request => request.Title).HasMaxLength(WorkRequest.TitleLength);
        builder.Property(request => request.Description).HasMaxLength(WorkRequest.DescriptionLength);
        builder.Property(request => request.Source).HasMaxLength(WorkRequest.SourceLength);
        // Byte order, so that imports lock rows in the order in which they sort references.
        builder
            .Property(request => request.ExternalReference)
            .HasMaxLength(WorkRequest.ReferenceLength)
            .UseCollation("C");
        builder.Property(request => request.SourceDigest).HasMaxLength(64);
        builder.Property(request => request.StatusReason).HasMaxLength(WorkRequest.ReasonLength);
        builder.Property(request => request.BoardColumn).HasMaxLength(200);
        builder.Property(request => request.BlockedReason).HasMaxLength(WorkRequest.ReasonLength);
        AddIndexes(builder);
    }

    private static void AddIndexes(EntityTypeBuilder<WorkRequest> builder)
    {
        // A key is looked up by its number alone.
        builder.HasIndex(request => request.Number).IsUnique();
        builder
            .HasIndex(request => new { request.Source, request.ExternalReference })
            .IsUnique()
            .HasFilter("external_reference IS NOT NULL");
        // The lists, newest first: all, by status (the workload too, from the index alone), by customer, one's own.
        builder.HasIndex(request => new { request.SubmittedAt, request.Id });
        builder
            .HasIndex(request => new
            {
                request.Status,
                request.SubmittedAt,
                request.Id,
            })
            .IncludeProperties(request => new
            {
                request.CustomerId,
                request.Category,
                request.Practice,
            });
        builder.HasIndex(request => new
        {
            request.CustomerId,
            request.SubmittedAt,
            request.Id,
        });
        builder
            .HasIndex(request => new
            {
                request.RequesterId,
                request.SubmittedAt,
                request.Id,
            })
            .HasFilter("requester_id IS NOT NULL");
        // Departures and removals of a span of weeks, and what was open at an earlier instant.
        builder
            .HasIndex(request => request.EndedAt)
            .IncludeProperties(request => new { request.FinishedAt, request.SubmittedAt })
            .HasFilter("ended_at IS NOT NULL");
        builder.HasIndex(request => request.DuplicateOfId).HasFilter("duplicate_of_id IS NOT NULL");
        // Suggestions of duplicates look at open requests alone, so history does not slow them.
        builder.HasIndex(request => request.Title).HasMethod("gin").HasOperators("gin_trgm_ops").HasFilter(OpenFilter);
        builder
            .Property<NpgsqlTypes.NpgsqlTsVector>("Search")
            .HasComputedColumnSql("to_tsvector('simple', title || ' ' || coalesce(description, ''))", stored: true);
        builder.HasIndex("Search").HasMethod("gin");
    }
}
