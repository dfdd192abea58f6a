namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>Parses the row at the start of some bytes. Nothing is kept between rows, so reading can begin at any row.</summary>
internal interface IRowParser
{
    int Consumed { get; }
    bool IsLineUnfinished { get; }
    bool IsBlank { get; }
    RowProblem Problem { get; }

    ScanResult Parse(ReadOnlySpan<byte> data, bool isLast, RowValues values);
}
