using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class WindowTests
{
    private static readonly Window Week = Days(0, 7);

    [Fact]
    public void Given_a_window_Then_it_contains_its_first_instant_and_not_its_last()
    {
        Week.Contains(Week.From).ShouldBeTrue();
        Week.Contains(Week.From.AddTicks(-1)).ShouldBeFalse();
        Week.Contains(Week.To.AddTicks(-1)).ShouldBeTrue();
        Week.Contains(Week.To).ShouldBeFalse();
        Week.Contains(null).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 7, 7)]
    [InlineData(7, 7, 0)]
    [InlineData(7, 0, 0)]
    public void Given_its_ends_Then_its_length_is_the_time_between_and_never_less_than_nothing(
        int from,
        int to,
        int days
    ) => Days(from, to).Length.ShouldBe(TimeSpan.FromDays(days));

    [Theory]
    [InlineData(-2, -1, 0)]
    [InlineData(-2, 0, 0)]
    [InlineData(-2, 3, 3)]
    [InlineData(2, 5, 3)]
    [InlineData(5, 9, 2)]
    [InlineData(-1, 9, 7)]
    [InlineData(7, 9, 0)]
    [InlineData(8, 9, 0)]
    public void Given_an_interval_Then_its_overlap_is_what_of_it_lies_within(int from, int to, int days) =>
        Week.Overlap(Now.AddDays(from), Now.AddDays(to)).ShouldBe(TimeSpan.FromDays(days));

    [Fact]
    public void Given_an_interval_without_end_Then_it_overlaps_up_to_the_end() =>
        Week.Overlap(Now.AddDays(4), null).ShouldBe(TimeSpan.FromDays(3));

    [Fact]
    public void Given_a_window_Then_the_one_before_is_as_long_and_ends_where_it_begins() =>
        Week.Before.ShouldBe(Days(-7, 0));

    [Theory]
    [InlineData(null, null, true, true)]
    [InlineData(WorkCategory.Support, null, false, true)]
    [InlineData(WorkCategory.Project, null, false, false)]
    [InlineData(null, ClassOfService.Standard, false, true)]
    [InlineData(null, ClassOfService.Expedite, false, false)]
    [InlineData(WorkCategory.Support, ClassOfService.Standard, false, true)]
    [InlineData(WorkCategory.Support, ClassOfService.Expedite, false, false)]
    [InlineData(WorkCategory.Project, ClassOfService.Standard, false, false)]
    public void Given_a_filter_Then_it_takes_what_it_does_not_exclude(
        WorkCategory? category,
        ClassOfService? classOfService,
        bool takesAll,
        bool takesStandardSupport
    )
    {
        var filter = new FlowFilter(category, classOfService);

        filter.TakesAll.ShouldBe(takesAll);
        filter.Takes(WorkCategory.Support, ClassOfService.Standard).ShouldBe(takesStandardSupport);
    }
}
