namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>
/// The Schulze order with winning votes (Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and
/// Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011). Shown beside the proposal.
/// </summary>
internal static class Schulze
{
    internal static SchulzeResult Order(IReadOnlyList<Guid> options, IReadOnlyList<Ranking> ballots)
    {
        var prefer = Preferences(options, ballots);
        var strength = StrongestPaths(prefer);
        var places = options
            .Select((option, i) => new SchulzePlace(option, 1 + BeatenBy(strength, i)))
            .OrderBy(place => place.Place)
            .ToList();
        return new(places, Cycles(options, prefer));
    }

    internal static int[,] Preferences(IReadOnlyList<Guid> options, IReadOnlyList<Ranking> ballots)
    {
        var prefer = new int[options.Count, options.Count];
        foreach (var places in ballots.Select(ballot => ballot.Places()))
        {
            var ranks = options.Select(option => places.GetValueOrDefault(option, int.MaxValue)).ToArray();
            for (var i = 0; i < ranks.Length; i++)
            {
                for (var j = 0; j < ranks.Length; j++)
                {
                    prefer[i, j] += ranks[i] < ranks[j] ? 1 : 0;
                }
            }
        }

        return prefer;
    }

    internal static int[,] StrongestPaths(int[,] prefer)
    {
        var n = prefer.GetLength(0);
        var strength = new int[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                strength[i, j] = prefer[i, j] > prefer[j, i] ? prefer[i, j] : 0;
            }
        }

        for (var via = 0; via < n; via++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    strength[i, j] = Math.Max(strength[i, j], Math.Min(strength[i, via], strength[via, j]));
                }
            }
        }

        return strength;
    }

    private static int BeatenBy(int[,] strength, int i) =>
        Enumerable.Range(0, strength.GetLength(0)).Count(j => j != i && strength[j, i] > strength[i, j]);

    /// <summary>Options that beat one another in a ring: the strong components of the strict majority relation.</summary>
    private static List<IReadOnlyList<Guid>> Cycles(IReadOnlyList<Guid> options, int[,] prefer)
    {
        // A path of strict majorities exists exactly where the strongest path has any strength at all.
        var reach = StrongestPaths(prefer);
        var seen = new HashSet<int>();
        var cycles = new List<IReadOnlyList<Guid>>();
        for (var i = 0; i < options.Count; i++)
        {
            var ring = Enumerable.Range(0, options.Count).Where(j => reach[i, j] > 0 && reach[j, i] > 0).ToList();
            if (ring.Count > 1 && ring.TrueForAll(seen.Add))
            {
                cycles.Add([.. ring.Select(j => options[j])]);
            }
        }

        return cycles;
    }
}
