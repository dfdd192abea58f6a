using System.Linq.Expressions;
using FlowPlatform.Intake.Domain.Imports;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>An import and how far it is. Imported, Updated and Unchanged count requests; rows are counted apart.</summary>
/// <param name="RowsRead">Rows of the file read so far, rejected ones among them.</param>
/// <param name="Unchanged">Requests of which the file said nothing new: no version, no event.</param>
public sealed record ImportResponse(
    Guid Id,
    ImportState State,
    ProfileName Profile,
    string Source,
    FileFormat Format,
    SourceEncoding Encoding,
    string? FileName,
    Guid CustomerId,
    Guid? TeamId,
    long BytesTotal,
    long BytesRead,
    long RowsRead,
    long Imported,
    long Updated,
    long Unchanged,
    long Rejected,
    string? Error,
    Guid CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt
)
{
    internal static Expression<Func<Import, ImportResponse>> Projection =>
        import => new ImportResponse(
            import.Id,
            import.State,
            import.Order.Profile,
            import.Order.Source,
            import.Order.Format,
            import.Order.Encoding,
            import.Order.FileName,
            import.Order.CustomerId,
            import.Order.TeamId,
            import.BytesTotal,
            import.BytesRead,
            import.RowsRead,
            import.Imported,
            import.Updated,
            import.Unchanged,
            import.RowsRejected,
            import.Error,
            import.CreatedBy,
            import.CreatedAt,
            import.StartedAt,
            import.EndedAt
        );

    internal bool IsEnded => State is ImportState.Completed or ImportState.Failed or ImportState.Cancelled;
}
