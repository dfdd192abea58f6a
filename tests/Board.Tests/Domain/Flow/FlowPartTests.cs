using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class FlowPartTests
{
    private readonly FlowPart _month = FlowPart.Month([Finished(5), Abandoned(3), Finished(1), Finished(3)]);

    [Fact]
    public void Given_what_ended_in_a_month_Then_it_stands_by_its_ends_and_those_abandoned_are_not_finished()
    {
        EndsOf(_month.Items).ShouldBe([1, 3, 3, 5]);
        EndsOf(_month.Finished).ShouldBe([1, 3, 5]);
        (_month.FinishedCount, _month.IsWhole).ShouldBe((3, true));
    }

    [Fact]
    public void Given_any_items_Then_those_finished_in_the_window_stand_by_their_ends()
    {
        FlowItem[] items =
        [
            Finished(4),
            Finished(10),
            Abandoned(2),
            Item(0, null),
            Finished(0),
            Finished(-1),
            Finished(1),
        ];

        var part = FlowPart.Of(items, Days(0, 10));

        EndsOf(part.Finished).ShouldBe([0, 1, 4]);
        (part.FinishedCount, part.IsWhole, part.Items.Count).ShouldBe((3, false, 7));
    }

    [Fact]
    public void Given_a_window_that_begins_with_the_first_end_and_ends_after_the_last_Then_a_month_is_within()
    {
        var (first, last) = (Now.AddDays(1), Now.AddDays(5));

        _month.IsWithin(new(first, last.AddTicks(1))).ShouldBeTrue();
        _month.IsWithin(new(first, last)).ShouldBeFalse();
        _month.IsWithin(new(first.AddTicks(1), last.AddTicks(1))).ShouldBeFalse();
    }

    [Fact]
    public void Given_an_import_that_tells_of_a_later_commitment_Then_the_window_has_to_end_after_it_too()
    {
        var month = FlowPart.Month([Item(-2, 1, committed: -3), Item(6, 2, committed: 6), Item(-2, 3, committed: -3)]);

        month.IsWithin(Days(1, 6)).ShouldBeFalse();
        month.IsWithin(Days(1, 6.1)).ShouldBeTrue();
    }

    [Fact]
    public void Given_a_month_of_which_a_filter_left_nothing_Then_it_is_within_any_window()
    {
        var empty = FlowPart.Month([]);

        (empty.IsWhole, empty.FinishedCount, empty.Items.Count).ShouldBe((true, 0, 0));
        empty.IsWithin(Days(0, 1)).ShouldBeTrue();
        empty.Latest(1).ShouldBeEmpty();
    }

    [Fact]
    public void Given_a_window_Then_what_of_a_month_ended_in_it_and_before_it_is_told()
    {
        EndsOf(_month.EndedIn(Days(1, 3))).ShouldBe([1]);
        EndsOf(_month.EndedIn(Days(3, 5))).ShouldBe([3, 3]);
        EndsOf(_month.EndedIn(Days(2, 9))).ShouldBe([3, 3, 5]);
        _month.EndedBefore(Now.AddDays(3)).ShouldBe(1);
        _month.EndedBefore(Now.AddDays(3).AddTicks(1)).ShouldBe(3);
    }

    [Fact]
    public void Given_a_part_that_is_no_month_Then_nothing_of_it_is_told_by_its_end()
    {
        var part = FlowPart.Of([Finished(2)], Days(0, 10));

        part.EndedIn(Days(0, 10)).ShouldBeEmpty();
        part.EndedBefore(Now.AddDays(9)).ShouldBe(0);
        part.IsWithin(Days(0, 10)).ShouldBeFalse();
    }

    [Fact]
    public void Given_a_number_Then_the_last_so_many_of_the_finished_are_told_the_latest_first()
    {
        EndsOf(_month.Latest(0)).ShouldBeEmpty();
        EndsOf(_month.Latest(1)).ShouldBe([5]);
        EndsOf(_month.Latest(2)).ShouldBe([5, 3]);
        EndsOf(_month.Latest(9)).ShouldBe([5, 3, 1]);
    }

    [Fact]
    public void Given_what_a_measure_made_Then_it_is_made_once_and_each_kind_is_kept_apart()
    {
        var (part, made) = (FlowPart.Month([Finished(1)]), 0);
        Func<FlowPart, string> name = of => $"{of.FinishedCount} finished, made {++made}";

        part.Made(name).ShouldBe("1 finished, made 1");
        part.Made(_ => new object()).ShouldBeSameAs(part.Made(_ => new object()));
        part.Made(name).ShouldBe("1 finished, made 1");
    }

    [Fact]
    public void Given_another_definition_Then_it_is_made_anew_and_only_the_latest_is_kept()
    {
        var (part, made) = (FlowPart.Month([]), 0);
        Func<FlowPart, string> count = _ => $"{++made}";
        var other = Policy with { Version = 2 };

        string[] answers =
        [
            part.Made(Policy, count),
            part.Made(Policy, count),
            part.Made(other, count),
            part.Made(other, count),
            part.Made(Policy, count),
            part.Made(count),
        ];

        answers.ShouldBe(["1", "1", "2", "2", "3", "4"]);
    }

    private static FlowItem Finished(double day) => Item(-2, day);

    private static FlowItem Abandoned(double day) => Item(-2, null) with { AbandonedAt = Now.AddDays(day) };

    private static double[] EndsOf(IEnumerable<FlowItem> items) =>
        [.. items.Select(item => (item.EndedAt!.Value - Now).TotalDays)];
}
