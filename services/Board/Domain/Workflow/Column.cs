namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>A column of a board. A gate column asks regulated cards for an approved change.</summary>
/// <param name="DoneOf">
/// The column whose finished cards wait here: the two are one split column, and share the limit of the first.
/// </param>
internal sealed record Column(
    Guid Id,
    string Name,
    ColumnKind Kind,
    bool IsQueue,
    int? WipLimit,
    bool IsGate,
    string? EntryPolicy,
    Guid? DoneOf = null
)
{
    internal const int NameLength = 60;
    internal const int EntryPolicyLength = 1000;

    /// <summary>Someone works on a card here, so that pulling a card into it places an avatar.</summary>
    internal bool IsActive => Kind == ColumnKind.InProgress && !IsQueue;
}
