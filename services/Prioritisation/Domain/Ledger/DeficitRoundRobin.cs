using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Ledger;

/// <summary>
/// Which categories a session owes slots (Shreedhar and Varghese, "Efficient Fair Queueing Using Deficit Round Robin",
/// SIGCOMM 1995, with slots for bytes). Each replenishment adds share · slots to a category's deficit; it is owed a slot
/// for each whole one, the largest deficit first. Over any N slots throughout which options of the category waited, what
/// it was owed differs from share · N by less than the number of categories with a share: see docs/adr/0018.
/// </summary>
internal static class DeficitRoundRobin
{
    /// <summary>The slots that are owed. No category is owed more than it has options to fill.</summary>
    internal static Dictionary<WorkCategory, int> Owed(
        IReadOnlyDictionary<WorkCategory, Fraction> deficits,
        IReadOnlyDictionary<WorkCategory, int> shares,
        IReadOnlyDictionary<WorkCategory, int> waiting,
        int slots
    )
    {
        var owed = new Dictionary<WorkCategory, int>();
        var credit = shares.ToDictionary(
            share => share.Key,
            share => deficits.GetValueOrDefault(share.Key) + Quantum(share.Value, slots)
        );
        for (var left = slots; left > 0; left--)
        {
            var next = credit
                .Where(c => c.Value >= 1 && owed.GetValueOrDefault(c.Key) < waiting.GetValueOrDefault(c.Key))
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key)
                .Select(c => (WorkCategory?)c.Key)
                .FirstOrDefault();
            if (next is not { } category)
            {
                break;
            }

            owed[category] = owed.GetValueOrDefault(category) + 1;
            credit[category] -= 1;
        }

        return owed;
    }

    /// <summary>
    /// The deficit after an agreed session. What entered beyond what was owed is no debt for later: choosing a category
    /// freely never lets it starve afterwards. Without options that wait nothing is saved up.
    /// </summary>
    internal static Fraction Carry(Fraction deficit, int share, int slots, int waiting, int entered) =>
        waiting <= entered ? Fraction.Zero : Fraction.Max(Fraction.Zero, deficit + Quantum(share, slots) - entered);

    private static Fraction Quantum(int share, int slots) => new Fraction(share, 100) * slots;
}
