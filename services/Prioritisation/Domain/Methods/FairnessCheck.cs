namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>
/// Checks a selection without knowing how it came about (EJR+, Brill and Peters, "Robust and Verifiable Proportionality
/// Axioms for Multiwinner Voting", EC 2023; it implies EJR and JR). A coalition of m customers that all approve a left-out option
/// deserves L slots when each member holds a budget of at least L/m; it is short-changed when every member approves fewer
/// than L of the chosen options. Shares no code with <see cref="EqualShares"/> beyond the numbers.
/// </summary>
internal static class FairnessCheck
{
    internal static Certificate Certify(
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Voter> voters,
        IReadOnlySet<Guid> chosen,
        SlotRoom room
    )
    {
        var satisfied = voters.ToDictionary(v => v.CustomerId, v => v.Approved.Count(chosen.Contains));
        var claims = candidates
            .Where(candidate => !chosen.Contains(candidate.OptionId))
            .Select(candidate => StrongestClaim(candidate, voters, satisfied))
            .OfType<Claim>()
            .OrderByDescending(claim => claim.Deserves)
            .ThenByDescending(claim => claim.Customers.Count)
            .ToList();
        var taken = candidates.Where(c => chosen.Contains(c.OptionId)).Select(c => c.Category).ToList();
        var categories = candidates.ToDictionary(c => c.OptionId, c => c.Category);
        var open = claims.Find(claim => !IsHeldBack(categories[claim.OptionId], taken, room));
        return new(open, open is null ? claims.FirstOrDefault() : null);
    }

    private static Claim? StrongestClaim(
        Candidate candidate,
        IReadOnlyList<Voter> voters,
        Dictionary<Guid, int> satisfied
    )
    {
        var approvers = voters.Where(v => v.Approved.Contains(candidate.OptionId)).ToList();
        var most = Fraction.Sum(approvers.Select(v => v.Budget)).ToDouble();
        for (var deserved = (int)Math.Ceiling(most); deserved > 0; deserved--)
        {
            var lacking = approvers
                .Where(v => satisfied[v.CustomerId] < deserved)
                .OrderByDescending(v => v.Budget)
                .ToList();
            for (var members = lacking.Count; members > 0; members--)
            {
                if (lacking[members - 1].Budget * members >= deserved)
                {
                    return new([.. lacking.Take(members).Select(v => v.CustomerId)], candidate.OptionId, deserved);
                }
            }
        }

        return null;
    }

    /// <summary>A ceiling of its own keeps the category out; being full like every other category is no excuse.</summary>
    private static bool IsHeldBack(WorkCategory category, List<WorkCategory> taken, SlotRoom room) =>
        room.RoomFor(category) < room.FreeSlots && taken.Count(other => other == category) >= room.RoomFor(category);
}
