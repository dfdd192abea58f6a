namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>
/// From frozen options and revealed ballots to a proposal, in fixed steps: the tie-break order (Schulze place, then longest
/// waiting, then id); kept slots to their own category in that order, paid by nobody; equal shares over the common slots.
/// </summary>
internal static class Proposer
{
    internal static ProposedSelection Propose(Poll poll)
    {
        var candidates = Candidates(poll);
        var voters = Voters(poll);
        var reserved = FillReserved(candidates, poll.Room);
        var bought = EqualShares.Select(candidates, voters, poll.Room, reserved);
        var purchases = reserved
            .Select(c => new Purchase(c.OptionId, PurchaseKind.Reserved, new Dictionary<Guid, Fraction>()))
            .Concat(bought)
            .ToList();
        var chosen = purchases.Select(p => p.OptionId).ToHashSet();
        var ranked = candidates.Where(c => chosen.Contains(c.OptionId)).OrderBy(c => c.Place).Select(c => c.OptionId);
        return new([.. ranked], purchases, FairnessCheck.Certify(candidates, voters, chosen, poll.Room));
    }

    internal static Certificate Certify(Poll poll, IReadOnlyCollection<Guid> chosen) =>
        FairnessCheck.Certify(Candidates(poll), Voters(poll), chosen.ToHashSet(), poll.Room);

    internal static SchulzeResult PooledOrder(Poll poll)
    {
        // What nobody ranked shares the last place and would only make the cubic method slow.
        var ranked = poll.Voices.SelectMany(voice => voice.Ranking.Options).Distinct().ToList();
        return Schulze.Order(ranked, [.. poll.Voices.Select(voice => voice.Ranking)]);
    }

    private static IReadOnlyList<Candidate> Candidates(Poll poll)
    {
        var places = PooledOrder(poll).Places.ToDictionary(place => place.OptionId, place => place.Place);
        return
        [
            .. poll
                .Options.OrderBy(option => places.GetValueOrDefault(option.OptionId, int.MaxValue))
                .ThenBy(option => option.AcceptedAt)
                .ThenBy(option => option.OptionId)
                .Select((option, index) => new Candidate(option.OptionId, option.Category, index)),
        ];
    }

    private static IReadOnlyList<Voter> Voters(Poll poll) =>
        [
            .. poll.Voices.Select(voice => new Voter(
                voice.CustomerId,
                voice.Budget,
                voice.Ranking.Approvals(poll.Room.FreeSlots)
            )),
        ];

    private static List<Candidate> FillReserved(IReadOnlyList<Candidate> candidates, SlotRoom room) =>
        [.. candidates.GroupBy(c => c.Category).SelectMany(group => group.Take(room.ReservedFor(group.Key)))];
}
