namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>How far the ballots lie apart on an option: how many ranked it, its best and worst place, and the
/// standard deviation of its places. A ballot without it counts as the place below all that this ballot ranked.</summary>
public sealed record Spread(Guid OptionId, int RankedBy, int BestPlace, int WorstPlace, double Deviation)
{
    /// <summary>Widest disagreement first: that is what the representatives should talk about.</summary>
    internal static IReadOnlyList<Spread> Over(IReadOnlyList<Ranking> ballots)
    {
        var places = ballots.Select(ballot => ballot.Places()).ToList();
        return
        [
            .. places
                .SelectMany(ballot => ballot.Keys)
                .Distinct()
                .Select(option => Of(option, places))
                .OrderByDescending(spread => spread.Deviation)
                .ThenBy(spread => spread.OptionId),
        ];
    }

    private static Spread Of(Guid option, List<IReadOnlyDictionary<Guid, int>> ballots)
    {
        var all = ballots.ConvertAll(ballot => ballot.GetValueOrDefault(option, ballot.Count + 1));
        var mean = all.Average();
        var deviation = Math.Sqrt(all.Average(place => (place - mean) * (place - mean)));
        return new(option, ballots.Count(b => b.ContainsKey(option)), all.Min(), all.Max(), Math.Round(deviation, 3));
    }
}
