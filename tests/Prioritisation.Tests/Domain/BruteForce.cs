using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Tests.Domain;

/// <summary>
/// Extended justified representation by trying every coalition: its members hold at least L/m each, agree on at least L
/// options, and none of them has L of the chosen ones. With L = 1 this is justified representation.
/// </summary>
internal static class BruteForce
{
    internal static Claim? FindShortChanged(Instance instance, IReadOnlySet<Guid> chosen)
    {
        for (var coalition = 1; coalition < 1 << instance.Voters.Count; coalition++)
        {
            var members = instance.Voters.Where((_, i) => (coalition >> i & 1) == 1).ToList();
            var common = instance.Candidates.Where(c => members.TrueForAll(m => m.Approved.Contains(c.OptionId)));
            var agreed = common.Select(c => c.OptionId).ToList();
            for (var deserved = 1; deserved <= agreed.Count; deserved++)
            {
                if (members.TrueForAll(m => ShortChanged(m, members.Count, deserved, chosen)))
                {
                    return new([.. members.Select(m => m.CustomerId)], agreed[0], deserved);
                }
            }
        }

        return null;
    }

    /// <summary>Whether a claim that the checker raised is true, word by word.</summary>
    internal static bool Confirms(Instance instance, IReadOnlySet<Guid> chosen, Claim claim)
    {
        var members = instance.Voters.Where(v => claim.Customers.Contains(v.CustomerId)).ToList();
        return !chosen.Contains(claim.OptionId)
            && members.Count == claim.Customers.Count
            && members.TrueForAll(m =>
                m.Approved.Contains(claim.OptionId) && ShortChanged(m, members.Count, claim.Deserves, chosen)
            );
    }

    private static bool ShortChanged(Voter member, int members, int deserved, IReadOnlySet<Guid> chosen) =>
        member.Budget * members >= deserved && member.Approved.Count(chosen.Contains) < deserved;
}
