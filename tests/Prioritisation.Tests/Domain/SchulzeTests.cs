using FlowPlatform.Prioritisation.Domain.Methods;
using static FlowPlatform.Prioritisation.Tests.Domain.Polls;

namespace FlowPlatform.Prioritisation.Tests.Domain;

/// <summary>The examples are those of Schulze's paper and of the method's encyclopaedia article.</summary>
public sealed class SchulzeTests
{
    [Fact]
    public void Given_the_45_ballots_of_the_standard_example_Then_the_order_is_E_A_C_B_D()
    {
        var ballots = Ballots(
            (5, "A C B E D"),
            (5, "A D E C B"),
            (8, "B E D A C"),
            (3, "C A B E D"),
            (7, "C A E B D"),
            (2, "C B A D E"),
            (7, "D C E B A"),
            (8, "E B A D C")
        );

        var result = Schulze.Order(Options("ABCDE"), ballots);

        Letters(result.Places.Select(p => p.OptionId)).ShouldBe("EACBD");
        result.Places.Select(p => p.Place).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void Given_the_standard_example_Then_the_strongest_paths_have_the_published_strengths()
    {
        var ballots = Ballots(
            (5, "A C B E D"),
            (5, "A D E C B"),
            (8, "B E D A C"),
            (3, "C A B E D"),
            (7, "C A E B D"),
            (2, "C B A D E"),
            (7, "D C E B A"),
            (8, "E B A D C")
        );

        var paths = Schulze.StrongestPaths(Schulze.Preferences(Options("ABCDE"), ballots));

        int[,] published =
        {
            { 0, 28, 28, 30, 24 },
            { 25, 0, 28, 33, 24 },
            { 25, 29, 0, 29, 24 },
            { 25, 28, 28, 0, 24 },
            { 25, 28, 28, 31, 0 },
        };
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                if (i != j)
                {
                    paths[i, j].ShouldBe(published[i, j]);
                }
            }
        }
    }

    [Fact]
    public void Given_three_options_that_beat_each_other_in_a_ring_Then_the_cycle_is_displayed_and_they_share_a_place()
    {
        var result = Schulze.Order(Options("abcd"), Ballots((1, "a b c d"), (1, "b c a d"), (1, "c a b d")));

        Letters(result.Cycles.ShouldHaveSingleItem()).ShouldBe("abc");
        result.Places.Select(p => p.Place).ShouldBe([1, 1, 1, 4]);
    }

    [Fact]
    public void Given_partial_ballots_Then_unranked_options_are_below_all_ranked_ones()
    {
        var result = Schulze.Order(Options("abc"), Ballots((1, "b")));

        Letters(result.Places.Take(1).Select(p => p.OptionId)).ShouldBe("b");
        result.Places.Select(p => p.Place).ShouldBe([1, 2, 2]);
        result.Cycles.ShouldBeEmpty();
    }

    [Fact]
    public void Given_no_ballots_Then_all_share_the_first_place() =>
        Schulze.Order(Options("ab"), []).Places.Select(p => p.Place).ShouldBe([1, 1]);

    private static Guid[] Options(string letters) => [.. letters.Select(Id)];

    private static List<Ranking> Ballots(params (int Count, string Ballot)[] groups) =>
        [.. groups.SelectMany(group => Enumerable.Repeat(Rank(group.Ballot), group.Count))];
}
