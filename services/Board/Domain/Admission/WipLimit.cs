using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Admission;

internal enum LimitKind
{
    Column,
    Group,
    CategoryCeiling,
    CategoryReserve,
    Class,
    Expedite,
    Personal,
    Suspended,
    Gate,
}

/// <summary>
/// At most <paramref name="Max"/> cards in a scope: some columns, perhaps of one category or class. Expedite cards
/// run in a lane of their own: they count against the expedite limit and against nothing else.
/// </summary>
internal sealed record WipLimit(
    LimitKind Kind,
    string Scope,
    int Max,
    IReadOnlyList<Guid> Columns,
    WorkCategory? Category = null,
    ClassOfService? ClassOfService = null
)
{
    internal bool Covers(Guid? column, WorkCategory category, ClassOfService classOfService) =>
        column is { } id
        && (classOfService == Workflow.ClassOfService.Expedite) == (Kind == LimitKind.Expedite)
        && (Category is null || Category == category)
        && (ClassOfService is null || ClassOfService == classOfService)
        && Columns.Contains(id);
}
