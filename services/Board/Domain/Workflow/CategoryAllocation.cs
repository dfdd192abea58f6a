namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>
/// The room of a category within all columns of one kind: at most the ceiling, and at least the floor kept free for it.
/// Within Committed it may have a share too: the part, in percent, of the slots that sessions hand out.
/// </summary>
internal sealed record CategoryAllocation(
    ColumnKind Within,
    WorkCategory Category,
    int Floor,
    int? Ceiling,
    int? Share = null
);

/// <summary>A constant amount of work in progress over several columns (CONWIP).</summary>
internal sealed record ColumnGroup(string Name, IReadOnlyList<Guid> ColumnIds, int WipLimit);

/// <summary>A lane limit: at most this many cards of a class on the board at once.</summary>
internal sealed record ClassLimit(ClassOfService ClassOfService, int WipLimit);

/// <summary>A share of the items (probability) is expected to be finished within the days; null means any.</summary>
internal sealed record ServiceLevelExpectation(
    WorkCategory? Category,
    ClassOfService? ClassOfService,
    double Days,
    double Probability
)
{
    /// <summary>Whether it is about such work: it names neither another category nor another class.</summary>
    internal bool Covers(WorkCategory category, ClassOfService classOfService) =>
        (Category is null || Category == category) && (ClassOfService is null || ClassOfService == classOfService);
}
