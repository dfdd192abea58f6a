using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>How the file of an import is to be read; fixed when it is accepted.</summary>
internal sealed record ImportOrder(
    ProfileName Profile,
    string Source,
    FileFormat Format,
    SourceEncoding Encoding,
    string? Separator,
    string? Mapping,
    Guid CustomerId,
    Guid? TeamId,
    string? FileName
);

/// <summary>
/// A file on its way to being requests. Invariants: offset, line, counts and the rows they speak of are committed together, so
/// after a crash the next worker goes on exactly there; only the worker that holds the lease moves them.
/// </summary>
internal sealed class Import
{
    public const int MappingLength = 20_000;
    public const int FileNameLength = 200;
    public const int ErrorLength = 1_000;

    private Import() { }

    public Guid Id { get; private set; }
    public ImportOrder Order { get; private set; } = null!; // set by the factory and by EF
    public ImportState State { get; private set; }
    public long BytesTotal { get; private set; }
    public long BytesRead { get; private set; }
    public long NextLine { get; private set; } = 1;
    public long RowsRead { get; private set; }
    public long RowsRejected { get; private set; }
    public long Imported { get; private set; }
    public long Updated { get; private set; }
    public long Unchanged { get; private set; }

    /// <summary>Cases up to this reference, in byte order, are applied.</summary>
    public string? AppliedThrough { get; private set; }
    public string? Error { get; private set; }
    public Guid CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? LeaseOwner { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }

    public bool IsEnded => State is ImportState.Completed or ImportState.Failed or ImportState.Cancelled;

    public static Import Begin(Guid id, ImportOrder order, Guid by, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Order = order,
            State = ImportState.Receiving,
            CreatedBy = by,
            CreatedAt = now,
        };

    public void Complete(DateTimeOffset now)
    {
        State = ImportState.Completed;
        EndedAt = now;
        (LeaseOwner, LeaseUntil) = (null, null);
    }

    public Result Cancel(DateTimeOffset now)
    {
        if (IsEnded)
        {
            return ImportErrors.WrongState("cancelled", State);
        }

        State = ImportState.Cancelled;
        EndedAt = now;
        (LeaseOwner, LeaseUntil) = (null, null);
        return Result.Ok;
    }

    /// <summary>Goes on after the last committed batch, with the stored file.</summary>
    public Result Resume(bool isFileStored)
    {
        if (State is not (ImportState.Cancelled or ImportState.Failed))
        {
            return ImportErrors.WrongState("resumed", State);
        }

        if (!isFileStored)
        {
            return ImportErrors.FileGone;
        }

        State = ImportState.Queued;
        (EndedAt, Error) = (null, null);
        return Result.Ok;
    }
}
