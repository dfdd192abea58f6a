namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>
/// Method of equal shares for unit costs in exact arithmetic (Peters and Skowron, "Proportionality and the Limits of
/// Welfarism", EC 2020). In each round the option with the lowest price per supporter (rho) is bought: supporters pay rho, or
/// all they have left. Ties go to the better place. Leftover slots are then completed: each goes to the option whose
/// supporters hold the largest unspent sum, who spend it; options that nobody approves never enter.
/// </summary>
internal static class EqualShares
{
    internal static IReadOnlyList<Purchase> Select(
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Voter> voters,
        SlotRoom room,
        IReadOnlyList<Candidate> alreadyChosen
    )
    {
        var count = new Count(candidates, voters, room, alreadyChosen);
        while (count.CheapestAffordable() is { } next)
        {
            count.Buy(next.Candidate, next.Rho, PurchaseKind.EqualShares);
        }

        while (count.RichestSupport() is { } next)
        {
            count.Buy(next, Fraction.One, PurchaseKind.Completion);
        }

        return count.Purchases;
    }

    /// <summary>The lowest rho with sum(min(budget, rho)) = 1, or null when the supporters together hold less than 1.</summary>
    internal static Fraction? PricePerSupporter(IEnumerable<Fraction> budgets)
    {
        var ascending = budgets.Order().ToList();
        var missing = Fraction.One;
        for (var paid = 0; paid < ascending.Count; paid++)
        {
            var share = missing / (ascending.Count - paid);
            if (share <= ascending[paid])
            {
                return share;
            }

            missing -= ascending[paid];
        }

        return null;
    }

    private sealed class Count(
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Voter> voters,
        SlotRoom room,
        IReadOnlyList<Candidate> alreadyChosen
    )
    {
        private readonly Dictionary<Guid, Fraction> _unspent = voters.ToDictionary(v => v.CustomerId, v => v.Budget);
        private readonly List<WorkCategory> _categories = [.. alreadyChosen.Select(c => c.Category)];
        private readonly List<Candidate> _open = [.. candidates.Except(alreadyChosen).OrderBy(c => c.Place)];

        public List<Purchase> Purchases { get; } = [];

        public (Candidate Candidate, Fraction Rho)? CheapestAffordable()
        {
            (Candidate Candidate, Fraction Rho)? best = null;
            foreach (var candidate in _open.Where(Fits))
            {
                var rho = PricePerSupporter(Supporters(candidate).Select(v => _unspent[v.CustomerId]));
                if (rho is { } price && (best is null || price < best.Value.Rho))
                {
                    best = (candidate, price);
                }
            }

            return best;
        }

        public Candidate? RichestSupport() =>
            _open
                .Where(candidate => Fits(candidate) && Supporters(candidate).Any())
                .MaxBy(candidate => Fraction.Sum(Supporters(candidate).Select(v => _unspent[v.CustomerId])));

        public void Buy(Candidate candidate, Fraction rho, PurchaseKind kind)
        {
            var payments = Supporters(candidate)
                .ToDictionary(v => v.CustomerId, v => Fraction.Min(_unspent[v.CustomerId], rho));
            foreach (var (customer, paid) in payments)
            {
                _unspent[customer] -= paid;
            }

            _open.Remove(candidate);
            _categories.Add(candidate.Category);
            Purchases.Add(new(candidate.OptionId, kind, payments));
        }

        private IEnumerable<Voter> Supporters(Candidate candidate) =>
            voters.Where(voter => voter.Approved.Contains(candidate.OptionId));

        private bool Fits(Candidate candidate) =>
            Purchases.Count < room.Common && room.Fits([.. _categories, candidate.Category]);
    }
}
