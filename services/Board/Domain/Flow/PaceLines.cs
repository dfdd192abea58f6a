namespace FlowPlatform.Board.Domain.Flow;

/// <summary>For the aging chart: how old finished items were when they left each column, for the last time.</summary>
internal static class PaceLines
{
    internal static ILookup<Guid, TimeSpan> AgesOnLeaving(IEnumerable<FlowItem> finished) =>
        finished
            .Where(item => item.StartedAt is not null)
            .SelectMany(item => LastLeft(item).Select(left => (left.Key, Age: item.AgeAt(left.Value))))
            .ToLookup(left => left.Key, left => left.Age);

    private static Dictionary<Guid, DateTimeOffset> LastLeft(FlowItem item)
    {
        var left = new Dictionary<Guid, DateTimeOffset>();
        for (var index = 1; index < item.Stays.Count; index++)
        {
            left[item.Stays[index - 1].ColumnId] = item.Stays[index].At;
        }

        return left;
    }
}
