using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class BlockedTimeTests
{
    [Theory]
    [InlineData(new[] { 2, 4, 6, 7 }, new[] { 2, 1 })]
    [InlineData(new[] { 6, 7, 2, 4 }, new[] { 2, 1 })]
    [InlineData(new[] { 2, 4, 4, 7 }, new[] { 5 })]
    [InlineData(new[] { 2, 8, 3, 5 }, new[] { 6 })]
    [InlineData(new[] { 2, 5, 3, 8 }, new[] { 6 })]
    [InlineData(new[] { 2, 5, 2, 5 }, new[] { 3 })]
    public void Given_two_spells_Then_their_union_is_told_in_pieces(int[] ends, int[] days) =>
        BlockedTime
            .Union([Spell("Supplier", ends[0], ends[1]), Spell("Supplier", ends[2], ends[3])], Item(1, 20))
            .ShouldBe(days.Select(day => TimeSpan.FromDays(day)));

    [Fact]
    public void Given_a_spell_that_is_still_open_Then_it_lasts_to_the_end_of_the_item_and_without_one_it_is_nothing()
    {
        BlockedSpell[] open = [new("Supplier", Now.AddDays(3), null)];

        BlockedTime.Union(open, Item(1, 20)).ShouldBe([TimeSpan.FromDays(17)]);
        BlockedTime.Union(open, Item(1, null) with { AbandonedAt = Now.AddDays(5) }).ShouldBe([TimeSpan.FromDays(2)]);
        BlockedTime.Union(open, Item(1, null)).ShouldBe([TimeSpan.Zero]);
    }

    [Fact]
    public void Given_an_item_Then_its_blocked_time_is_that_of_all_its_pieces()
    {
        BlockedTime.OfItem(Item(1, 20)).ShouldBe(0);
        BlockedTime
            .OfItem(Item(1, 20) with { Blocked = [Spell("Supplier", 2, 4), Spell("Defect", 6, 9)] })
            .ShouldBe(TimeSpan.FromDays(5).Ticks);
    }

    [Fact]
    public void Given_items_blocked_for_several_reasons_Then_each_reason_counts_its_items_spells_and_time()
    {
        FlowItem[] items =
        [
            Item(1, 20) with
            {
                Blocked = [Spell("Supplier", 2, 4), Spell("Supplier", 5, 8), Spell("Defect", 9, 10)],
            },
            Item(1, 15) with
            {
                Blocked = [Spell("Defect", 2, 3), Spell("Access", 4, 6)],
            },
            Item(1, 9),
            Item(1, null) with
            {
                Blocked = [Spell("Supplier", 2, 20)],
            },
        ];

        var blocked = BlockedTime.Of(Sample(Days(0, 30), items));

        (blocked.Finished, blocked.EverBlocked, blocked.Rate).ShouldBe((3, 2, 2.0 / 3));
        blocked.Ticks.ShouldBe(TimeSpan.FromDays(9).Ticks);
        blocked
            .Reasons.Select(of => (of.Reason, of.Items, of.Spells, new TimeSpan(of.Ticks).TotalDays, of.Lengths.Count))
            .ShouldBe([("Supplier", 1, 2, 5, 2), ("Access", 1, 1, 2, 1), ("Defect", 2, 2, 2, 2)]);
    }

    [Fact]
    public void Given_ten_spells_Then_their_lengths_are_told()
    {
        FlowItem[] items =
        [
            .. Enumerable.Range(1, 10).Select(n => Item(0, 30) with { Blocked = [Spell("Supplier", 1, 1 + n)] }),
        ];

        var lengths = BlockedTime.Of(Sample(Days(0, 40), items)).Reasons.ShouldHaveSingleItem().Lengths;

        (lengths.P50, lengths.P85).ShouldBe((TimeSpan.FromDays(5), TimeSpan.FromDays(9)));
    }

    [Fact]
    public void Given_nothing_finished_Then_there_is_no_rate()
    {
        var blocked = BlockedTime.Of(Sample(Days(0, 30), [Item(1, null)]));

        (blocked.Finished, blocked.EverBlocked, blocked.Rate, blocked.Ticks).ShouldBe((0, 0, null, 0));
        blocked.Reasons.ShouldBeEmpty();
    }

    private static BlockedSpell Spell(string reason, int from, int to) =>
        new(reason, Now.AddDays(from), Now.AddDays(to));
}
