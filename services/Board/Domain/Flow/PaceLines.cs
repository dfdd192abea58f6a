namespace FlowPlatform.Board.Domain.Flow;

/// <summary>For the aging chart: how old finished items were when they left each column, for the last time.</summary>
internal static class PaceLines
{
    internal static IReadOnlyDictionary<Guid, List<TimeSpan>> AgesOnLeaving(IEnumerable<FlowItem> finished)
    {
        var ages = new Dictionary<Guid, List<TimeSpan>>();
        foreach (var item in finished.Where(item => item.StartedAt is not null))
        {
            for (var index = 1; index < item.Stays.Count; index++)
            {
                if (!IsLeftAgain(item, index))
                {
                    var column = item.Stays[index - 1].ColumnId;
                    var of = ages.TryGetValue(column, out var known) ? known : ages[column] = [];
                    of.Add(item.AgeAt(item.Stays[index].At));
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
