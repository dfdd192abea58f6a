namespace FlowPlatform.Board.Domain.Flow;

/// <summary>For the aging chart: how old finished items were when they left each column, for the last time.</summary>
internal static class PaceLines
{
    /// <summary>By column, of all that was finished in the window.</summary>
    internal static IReadOnlyDictionary<Guid, Distribution> Of(FlowSample flow) =>
        flow
            .Parts.SelectMany(part => part.Made(PartPace.Of).Ages)
            .GroupBy(column => column.Key, column => column.Value)
            .ToDictionary(column => column.Key, column => Distribution.OfSorted([.. column]));

    private sealed record PartPace(IReadOnlyDictionary<Guid, long[]> Ages)
    {
        internal static PartPace Of(FlowPart part) => new(PartTimes.Sorted(AgesOnLeaving(part.Finished)));
    }

    internal static Dictionary<Guid, List<long>> AgesOnLeaving(IEnumerable<FlowItem> finished)
    {
        var ages = new Dictionary<Guid, List<long>>();
        foreach (var item in finished.Where(item => item.StartedAt is not null))
        {
            for (var index = 1; index < item.Stays.Count; index++)
            {
                if (!IsLeftAgain(item, index))
                {
                    var column = item.Stays[index - 1].ColumnId;
                    PartTimes.Under(ages, column).Add(item.AgeAt(item.Stays[index].At).Ticks);
                }
            }
        }

        return ages;
    }

    /// <summary>Whether the column left with this stay is left once more later.</summary>
    private static bool IsLeftAgain(FlowItem item, int index)
    {
        for (var later = index + 1; later < item.Stays.Count; later++)
        {
            if (item.Stays[later - 1].ColumnId == item.Stays[index - 1].ColumnId)
            {
                return true;
            }
        }

        return false;
    }
}
