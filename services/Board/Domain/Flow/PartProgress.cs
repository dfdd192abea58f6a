using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>From when to when the items of a part were in progress, by category.</summary>
internal sealed record PartProgress(IReadOnlyDictionary<WorkCategory, Turns> ByCategory)
{
    internal static PartProgress Of(FlowPart part)
    {
        var turns = new Dictionary<WorkCategory, OpenTurns>();
        foreach (var item in part.Items)
        {
            if (item.StartedAt is { } started)
            {
                OpenTurns.Under(turns, item.Category).Add(started, item.EndedAt);
            }
        }

        return new(OpenTurns.Sorted(turns));
    }
}
