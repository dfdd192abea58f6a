namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>A ballot's content: groups of options, best first; options of one group are tied, unranked ones are below all.</summary>
internal sealed record Ranking(IReadOnlyList<IReadOnlyList<Guid>> Groups)
{
    public IEnumerable<Guid> Options => Groups.SelectMany(group => group);

    /// <summary>Place 1 is the best; tied options share the place of the first of them.</summary>
    public IReadOnlyDictionary<Guid, int> Places()
    {
        var places = new Dictionary<Guid, int>();
        var above = 0;
        foreach (var group in Groups)
        {
            foreach (var option in group)
            {
                places[option] = above + 1;
            }

            above += group.Count;
        }

        return places;
    }

    /// <summary>
    /// Ranks turned into approvals: an option is approved when fewer than <paramref name="slots"/> options stand above it. More
    /// could never be chosen, so ranking everything does not dilute what a customer really wants; ties at the border count.
    /// </summary>
    public IReadOnlySet<Guid> Approvals(int slots) =>
        Places().Where(pair => pair.Value <= slots).Select(pair => pair.Key).ToHashSet();
}
