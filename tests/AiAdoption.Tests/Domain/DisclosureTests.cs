using CsCheck;
using FlowPlatform.AiAdoption.Domain.Privacy;

namespace FlowPlatform.AiAdoption.Tests.Domain;

public sealed class DisclosureTests
{
    private const int People = 8;
    private const int K = 3;
    private const long Prime = 2_147_483_647;
    private static readonly Guid[] Persons =
    [
        .. Enumerable.Range(1, People).Select(i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])),
    ];

    [Fact]
    public void Given_generated_cells_Then_it_finds_a_small_group_exactly_when_another_method_does() =>
        Gen.Int[1, (1 << People) - 1]
            .Array[1, 6]
            .Sample(masks =>
            {
                var found = Disclosure.Find([.. masks.Select(SetOf)], K);

                var expected = Enumerable
                    .Range(1, (1 << People) - 1)
                    .Where(m => int.PopCount(m) < K)
                    .Any(m => IsSpannedModulo(masks, m));
                return (found.Count > 0) == expected && found.Count < K;
            });

    [Fact]
    public void Given_a_whole_and_the_whole_but_one_Then_that_one_is_found()
    {
        IReadOnlySet<Guid> all = Persons.ToHashSet();
        IReadOnlySet<Guid> allButOne = Persons.Skip(1).ToHashSet();

        Disclosure.Find([all, allButOne], K).ShouldBe([Persons[0]]);
    }

    [Fact]
    public void Given_three_overlapping_pairs_of_groups_Then_one_group_can_be_solved_for()
    {
        // a+b, b+c and c+a determine a, b and c, though no cell contains another.
        IReadOnlySet<Guid> Cell(params int[] people) => people.Select(i => Persons[i]).ToHashSet();

        Disclosure.Find([Cell(0, 1, 2, 3), Cell(2, 3, 4, 5), Cell(4, 5, 0, 1)], K).Count.ShouldBe(2);
    }

    [Fact]
    public void Given_disjoint_large_cells_Then_nothing_is_found()
    {
        IReadOnlySet<Guid> first = Persons.Take(4).ToHashSet();
        IReadOnlySet<Guid> second = Persons.Skip(4).ToHashSet();

        Disclosure.Find([first, second], K).ShouldBeEmpty();
    }

    private static IReadOnlySet<Guid> SetOf(int mask) => Persons.Where((_, i) => (mask & (1 << i)) != 0).ToHashSet();

    // Row space membership by elimination modulo a prime: other arithmetic, other code.
    private static bool IsSpannedModulo(int[] masks, int target) => RankOf([.. masks, target]) == RankOf(masks);

    private static int RankOf(int[] masks)
    {
        var rows = masks
            .Select(mask => Enumerable.Range(0, People).Select(i => (long)((mask >> i) & 1)).ToArray())
            .ToList();
        var rank = 0;
        for (var column = 0; column < People && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, row => row[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            foreach (var row in rows.Skip(rank + 1).Where(row => row[column] != 0))
            {
                var (a, b) = (rows[rank][column], row[column]);
                for (var i = 0; i < People; i++)
                {
                    row[i] = (((row[i] * a) - (rows[rank][i] * b)) % Prime + Prime) % Prime;
                }
            }

            rank++;
        }

        return rank;
    }
}
