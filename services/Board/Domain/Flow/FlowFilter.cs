using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Which items a measure is about; null is any.</summary>
internal readonly record struct FlowFilter(WorkCategory? Category, ClassOfService? ClassOfService)
{
    internal bool TakesAll => Category is null && ClassOfService is null;

    internal bool Takes(WorkCategory category, ClassOfService classOfService) =>
        (Category is null || Category == category) && (ClassOfService is null || ClassOfService == classOfService);
}
