using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Tests.Domain;

/// <summary>
/// A second, deliberately different implementation: whole numbers over one common multiple instead of fractions where possible,
/// and the price found by trying every set of supporters that pays all it has: rho = max over proper subsets S of
/// (1 - budget(S)) / (supporters - |S|), which is sum(min(budget, rho)) = 1 read the other way round.
/// </summary>
internal static class EqualSharesReference
{
    internal static List<Guid> Select(IReadOnlyList<Candidate> candidates, IReadOnlyList<Voter> voters, int slots)
    {
        var money = voters.Select(v => v.Budget).ToArray();
        var chosen = new List<Guid>();
        while (chosen.Count < slots && Next(candidates, voters, money, chosen) is { } next)
        {
            Pay(next.Option, next.Price, voters, money);
            chosen.Add(next.Option);
        }

        return chosen;
    }

    private static (Guid Option, Fraction Price)? Next(
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Voter> voters,
        Fraction[] money,
        List<Guid> chosen
    )
    {
        var offers = candidates
            .Where(c => !chosen.Contains(c.OptionId))
            .Select(c => (c.Place, c.OptionId, Price: Price(Held(c.OptionId, voters, money))))
            .Where(offer => offer.Price is not null)
            .OrderBy(offer => offer.Price!.Value)
            .ThenBy(offer => offer.Place)
            .ToList();
        return offers.Count == 0 ? null : (offers[0].OptionId, offers[0].Price!.Value);
    }

    private static Fraction? Price(List<Fraction> held)
    {
        if (Fraction.Sum(held) < 1)
        {
            return null;
        }

        var highest = Fraction.Zero;
        for (var subset = 0; subset < (1 << held.Count) - 1; subset++)
        {
            var payAll = held.Where((_, i) => (subset >> i & 1) == 1).ToList();
            highest = Fraction.Max(highest, (1 - Fraction.Sum(payAll)) / (held.Count - payAll.Count));
        }

        return highest;
    }

    private static List<Fraction> Held(Guid option, IReadOnlyList<Voter> voters, Fraction[] money) =>
        [.. money.Where((_, i) => voters[i].Approved.Contains(option))];

    private static void Pay(Guid option, Fraction price, IReadOnlyList<Voter> voters, Fraction[] money)
    {
        for (var i = 0; i < money.Length; i++)
        {
            if (voters[i].Approved.Contains(option))
            {
                money[i] = money[i] < price ? 0 : money[i] - price;
            }
        }
    }
}
