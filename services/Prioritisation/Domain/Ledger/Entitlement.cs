using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Ledger;

/// <summary>
/// The arithmetic of the entitlement ledger. Every agreed session entitles its customers to equal parts of the common slots it
/// filled; a filled slot is borne in equal parts by the customers whose ballots approve it, or by the option's own customer
/// when none does; reserved slots are borne by nobody. What a customer lacks is carried over and fades.
/// </summary>
internal static class Entitlement
{
    // Four fifths: half of a claim is gone after about three sessions, so an old debt cannot pay for a monopoly later.
    public static readonly Fraction Decay = new(4, 5);

    // Balances are kept to this part of a slot, so that their denominators stay bounded over years of sessions.
    public const int Grain = 5040;

    /// <summary>Budgets for a session: an equal part plus the balance, never below nothing, scaled to the common slots.</summary>
    internal static IReadOnlyDictionary<Guid, Fraction> Budgets(int slots, IReadOnlyDictionary<Guid, Fraction> balances)
    {
        if (balances.Count == 0)
        {
            return balances;
        }

        var equalPart = new Fraction(slots, balances.Count);
        var claims = balances.ToDictionary(pair => pair.Key, pair => Fraction.Max(0, equalPart + pair.Value));
        var total = Fraction.Sum(claims.Values);
        return total == 0
            ? balances.ToDictionary(pair => pair.Key, _ => equalPart)
            : claims.ToDictionary(pair => pair.Key, pair => pair.Value * slots / total);
    }

    /// <summary>What each customer was entitled to and received by these filled common slots.</summary>
    internal static IReadOnlyList<Posting> Post(
        IReadOnlyCollection<Guid> customers,
        IReadOnlyCollection<FilledSlot> filled
    )
    {
        var received = customers.ToDictionary(customer => customer, _ => Fraction.Zero);
        foreach (var slot in filled)
        {
            foreach (var bearer in slot.Bearers.Where(received.ContainsKey))
            {
                received[bearer] += new Fraction(1, slot.Bearers.Count);
            }
        }

        var entitled = new Fraction(filled.Count, Math.Max(1, customers.Count));
        return [.. received.Select(pair => new Posting(pair.Key, entitled, pair.Value))];
    }

    internal static Fraction Carry(Fraction balance, Fraction entitled, Fraction received) =>
        ((balance + entitled - received) * Decay).TruncatedTo(Grain);

    /// <summary>Jain's index (sum x)^2 / (n sum x^2) of slots received per entitlement; 1 is equal, 1/n is one takes all.</summary>
    internal static double? JainIndex(IEnumerable<(Fraction Entitled, Fraction Received)> totals)
    {
        var ratios = totals.Where(t => t.Entitled > 0).Select(t => (t.Received / t.Entitled).ToDouble()).ToList();
        var squares = ratios.Sum(x => x * x);
        return squares == 0 ? null : Math.Pow(ratios.Sum(), 2) / (ratios.Count * squares);
    }
}
