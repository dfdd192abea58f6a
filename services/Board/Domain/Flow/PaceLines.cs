namespace FlowPlatform.Board.Domain.Flow;

/// <summary>For the aging chart: how old finished items were when they left each column, for the last time.</summary>
internal static class PaceLines
{
    internal static ILookup<Guid, TimeSpan> AgesOnLeaving(
        IEnumerable<(FlowItem Item, IEnumerable<AccountFact> Facts)> finished
    ) =>
        finished
            .Where(card => card.Item.StartedAt is not null)
            .SelectMany(card => LastLeft(card.Facts).Select(left => (left.Key, Age: card.Item.AgeAt(left.Value))))
            .ToLookup(left => left.Key, left => left.Age);

    private static Dictionary<Guid, DateTimeOffset> LastLeft(IEnumerable<AccountFact> facts)
    {
        var left = new Dictionary<Guid, DateTimeOffset>();
        Guid? standing = null;
        foreach (var fact in facts)
        {
            if (fact.ToColumn is not { } to || to == standing)
            {
                continue;
            }

            if (standing is { } column)
            {
                left[column] = fact.At;
            }

            standing = to;
        }

        return left;
    }
}
