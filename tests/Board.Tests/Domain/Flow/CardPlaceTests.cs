using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class CardPlaceTests
{
    private static readonly Window All = Days(0, 10);
    private static readonly FlowItem Card = Waiting(5);

    [Fact]
    public void Given_a_card_that_waits_Then_it_has_no_age_and_what_runs_or_was_agreed_before_is_ahead()
    {
        FlowItem[] others =
        [
            Item(10, null, committed: 6),
            Item(9, null, committed: 6),
            Waiting(5 - 0.001),
            Waiting(5),
            Waiting(6),
            // Ended: one of them at the window's end itself.
            Item(1, 10),
            Waiting(1) with
            {
                AbandonedAt = Now.AddDays(9),
            },
            // Not yet begun, although it is known when it will be.
            Item(10.001, null, committed: 7),
        ];

        var place = CardPlace.Of(Sample(All, [Card, .. others]), Card);

        (place.Age, place.Ahead).ShouldBe((TimeSpan.Zero, 3));
    }

    [Fact]
    public void Given_a_card_that_the_sample_knows_as_begun_Then_it_is_not_ahead_of_itself() =>
        CardPlace.Of(Sample(All, [Card with { StartedAt = Now.AddDays(6) }]), Card).Ahead.ShouldBe(0);

    [Theory]
    [InlineData(10, 0)]
    [InlineData(7, 3)]
    public void Given_a_card_that_is_begun_Then_it_has_an_age_and_nothing_is_ahead(int started, int days)
    {
        var card = Item(started, null);

        var place = CardPlace.Of(Sample(All, [card, Item(3, null), Item(4, null)]), card);

        (place.Age, place.Ahead).ShouldBe((TimeSpan.FromDays(days), 0));
    }

    [Theory]
    [InlineData(9, 9 + 4 + 1)]
    [InlineData(10, 10)]
    public void Given_its_own_kind_Then_its_cycle_times_count_where_ten_are_known_and_else_those_of_all(
        int own,
        int times
    )
    {
        FlowItem[] items =
        [
            .. Enumerable.Range(0, own).Select(_ => Item(1, 3)),
            Item(1, 7, WorkCategory.Project),
            .. Enumerable.Range(0, 4).Select(_ => Item(1, 7) with { ClassOfService = ClassOfService.Expedite }),
            // Finished without ever having begun: it has no cycle time.
            Item(1, 3) with
            {
                StartedAt = null,
            },
        ];

        var known = CardPlace.Of(Sample(All, [Card, .. items]), Card).CycleTimes;

        known.Count.ShouldBe(times);
        known.Count(time => time == TimeSpan.FromDays(2)).ShouldBe(own);
    }

    private static FlowItem Waiting(double committed) => Item(99, null, committed: committed) with { StartedAt = null };
}
