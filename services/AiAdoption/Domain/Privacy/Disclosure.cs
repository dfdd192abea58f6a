using System.Numerics;

namespace FlowPlatform.AiAdoption.Domain.Privacy;

/// <summary>
/// Asks whether a set of published sums determines the sum of any group of fewer than k people. Each published cell is a 0/1 row over
/// people. People who stand in the same cells cannot be told apart: they form an atom, and whatever is determined is a union of atoms.
/// A union is determined exactly when its indicator lies in the row space, decided by elimination over the rationals.
/// </summary>
internal static class Disclosure
{
    /// <summary>The smallest group of fewer than k people whose sum the cells determine; empty when there is none.</summary>
    public static IReadOnlyCollection<Guid> Find(IReadOnlyList<IReadOnlySet<Guid>> cells, int k)
    {
        var atoms = AtomsOf(cells);
        var basis = Eliminate([.. cells.Select(cell => RowOf(cell, atoms))]);
        foreach (var union in SmallUnions(atoms, k))
        {
            var indicator = Enumerable
                .Range(0, atoms.Count)
                .Select(a => new Fraction(union.Contains(a) ? 1 : 0))
                .ToArray();
            if (IsSpanned(basis, indicator))
            {
                return [.. union.SelectMany(a => atoms[a])];
            }
        }

        return [];
    }

    private static List<IReadOnlyList<Guid>> AtomsOf(IReadOnlyList<IReadOnlySet<Guid>> cells) =>
        [
            .. cells
                .SelectMany(cell => cell)
                .Distinct()
                .GroupBy(
                    person => string.Concat(cells.Select(cell => cell.Contains(person) ? '1' : '0')),
                    StringComparer.Ordinal
                )
                .Select(atom => (IReadOnlyList<Guid>)[.. atom]),
        ];

    private static Fraction[] RowOf(IReadOnlySet<Guid> cell, List<IReadOnlyList<Guid>> atoms) =>
        [.. atoms.Select(atom => new Fraction(cell.Contains(atom[0]) ? 1 : 0))];

    // Only atoms smaller than k can be part of it, and at most k - 1 of them: small, whatever the number of people.
    private static IEnumerable<HashSet<int>> SmallUnions(List<IReadOnlyList<Guid>> atoms, int k)
    {
        var small = Enumerable.Range(0, atoms.Count).Where(a => atoms[a].Count < k).ToList();
        var growing = new Queue<(int Next, int People, int[] Chosen)>([(0, 0, [])]);
        while (growing.TryDequeue(out var union))
        {
            for (var i = union.Next; i < small.Count; i++)
            {
                var people = union.People + atoms[small[i]].Count;
                if (people < k)
                {
                    int[] chosen = [.. union.Chosen, small[i]];
                    yield return [.. chosen];
                    growing.Enqueue((i + 1, people, chosen));
                }
            }
        }
    }

    private static List<Fraction[]> Eliminate(IEnumerable<Fraction[]> rows)
    {
        var basis = new List<Fraction[]>();
        foreach (var row in rows)
        {
            var rest = Reduce(basis, row);
            var pivot = Array.FindIndex(rest, value => !value.IsZero);
            if (pivot >= 0)
            {
                basis.Add([.. rest.Select(value => value / rest[pivot])]);
            }
        }

        return basis;
    }

    private static bool IsSpanned(List<Fraction[]> basis, Fraction[] row) =>
        Array.TrueForAll(Reduce(basis, row), value => value.IsZero);

    private static Fraction[] Reduce(List<Fraction[]> basis, Fraction[] row)
    {
        var rest = (Fraction[])row.Clone();
        foreach (var known in basis)
        {
            var factor = rest[Array.FindIndex(known, value => !value.IsZero)];
            if (!factor.IsZero)
            {
                rest = [.. rest.Zip(known, (a, b) => a - (factor * b))];
            }
        }

        return rest;
    }

    /// <summary>An exact fraction: rounding must not decide about privacy.</summary>
    private readonly record struct Fraction
    {
        private readonly BigInteger _numerator;
        private readonly BigInteger _denominator;

        public Fraction(BigInteger numerator)
            : this(numerator, BigInteger.One) { }

        private Fraction(BigInteger numerator, BigInteger denominator)
        {
            var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
            (_numerator, _denominator) = (numerator / common, denominator / common);
        }

        public bool IsZero => _numerator.IsZero;

        public static Fraction operator -(Fraction a, Fraction b) =>
            new((a._numerator * b._denominator) - (b._numerator * a._denominator), a._denominator * b._denominator);

        public static Fraction operator *(Fraction a, Fraction b) =>
            new(a._numerator * b._numerator, a._denominator * b._denominator);

        public static Fraction operator /(Fraction a, Fraction b) =>
            new(a._numerator * b._denominator, a._denominator * b._numerator);
    }
}
