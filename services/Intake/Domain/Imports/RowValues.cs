namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>The texts of one row by field; null where the row has none.</summary>
internal sealed class RowValues
{
    private readonly string?[] _texts = new string?[Enum.GetValues<ImportField>().Length];

    public string? this[ImportField field]
    {
        get => _texts[(int)field];
        set => _texts[(int)field] = value;
    }

    public void Clear() => Array.Clear(_texts);
}
