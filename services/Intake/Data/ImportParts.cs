namespace FlowPlatform.Intake.Data;

/// <summary>A row that was refused. The first ones of an import are kept; the rest are counted.</summary>
internal sealed class ImportRejection
{
    public const int MostKept = 10_000;
    public const int TextLength = 2_000;

    public Guid ImportId { get; init; }
    public long Line { get; init; }
    public string? ColumnName { get; init; }
    public string Reason { get; init; } = "";
}

/// <summary>A piece of a stored file. In the database, so that any replica can go on with it.</summary>
internal sealed class ImportChunk
{
    public const int Size = 1024 * 1024;

    public Guid ImportId { get; init; }
    public int Number { get; init; }
    public byte[] Content { get; init; } = [];
}

/// <summary>A good row, waiting until all rows of its case are read: the key brings them together, whatever the order of the file.</summary>
internal sealed class ImportRow
{
    public Guid ImportId { get; init; }
    public string Reference { get; init; } = "";
    public long Line { get; init; }
    public byte[] Content { get; init; } = [];
}
