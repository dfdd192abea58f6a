using FlowPlatform.Board.Domain.Simulation;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class WipSimulationStepsTests
{
    private static readonly Guid Analyse = Guid.CreateVersion7();
    private static readonly Guid Develop = Policy.Columns[1].Id;
    private static readonly Guid Test = Policy.Columns[2].Id;

    [Fact]
    public void Given_nothing_to_do_Then_nothing_is_done()
    {
        Done(people: 1).ShouldBeEmpty();
        Done(people: 1, At(0), At(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Given_items_without_work_Then_the_others_are_done() =>
        Done(people: 1, At(0), At(3, new ColumnWork(Develop, 2, 0)), At(4)).ShouldBe([(0, 2)]);

    [Fact]
    public void Given_an_item_committed_after_a_pause_Then_it_is_begun_then() =>
        Done(people: 1, At(0, new ColumnWork(Develop, 1, 0)), At(5, new ColumnWork(Develop, 2, 0)))
            .ShouldBe([(0, 1), (5, 7)]);

    [Fact]
    public void Given_attention_is_shared_Then_time_goes_on_to_the_very_end_of_an_item() =>
        Done(people: 1, At(0, new ColumnWork(Develop, 2, 0)), At(0, new ColumnWork(Develop, 3, 0)))
            .ShouldBe([(0, 4), (0, 5)]);

    [Theory]
    [InlineData(1e-9, 0)]
    [InlineData(2e-9, 2e-9)]
    public void Given_what_sums_of_fractions_leave_over_Then_it_is_nothing(double left, double finished)
    {
        Done(people: 1, At(0, new ColumnWork(Develop, left, 0))).ShouldBe([(0, finished)]);
        Done(people: 1, At(0, new ColumnWork(Develop, 0, left))).ShouldBe([(0, finished)]);
    }

    [Theory]
    [InlineData(864, 0)]
    [InlineData(865, 865.0 / TimeSpan.TicksPerDay)]
    public void Given_an_item_committed_after_as_good_as_no_time_Then_it_is_begun_at_once(long ticks, double started)
    {
        var later = At(0, new ColumnWork(Develop, 1, 0)) with { CommittedAt = Now.AddTicks(ticks) };

        Done(people: 2, At(0, new ColumnWork(Develop, 2, 0)), later).Min().Started.ShouldBe(0);
        Done(people: 2, At(0, new ColumnWork(Develop, 2, 0)), later).Max().Started.ShouldBe(started);
    }

    [Fact]
    public void Given_a_limit_of_zero_Then_what_comes_to_it_is_never_done_and_what_was_before_it_is()
    {
        WorkToDo[] items = [At(0, new ColumnWork(Test, 1, 0)), At(0, new(Develop, 1, 0), new(Test, 1, 0))];

        Done(Limit(Develop, 0), people: 9, items).ShouldBe([(0, 1)]);
        Done(Limit(Test, 0), people: 9, [.. items.Reverse()]).ShouldBeEmpty();
        Done(people: 0, items).ShouldBeEmpty();
    }

    [Fact]
    public void Given_several_items_wait_for_one_place_Then_the_furthest_gets_it()
    {
        var inTest = At(0, new(Analyse, 0, 0), new(Develop, 0, 0), new(Test, 3, 0));
        var near = At(0, new(Develop, 1, 0), new(Test, 1, 0));
        var far = At(0, new(Analyse, 1, 0), new(Develop, 0.5, 0), new(Test, 1, 0));

        var done = WipSimulation.Run(new(Limit(Test, 1), People: 9, PerPerson: 1), [inTest, near, far]);

        done.Select(item => (item.Id, item.FinishedDay)).ShouldBe([(inTest.Id, 3), (far.Id, 4), (near.Id, 5)]);
    }

    [Fact]
    public void Given_an_item_waits_for_the_place_of_one_begun_later_Then_it_gets_it_at_once()
    {
        WorkToDo[] items = [At(0, new(Develop, 1, 0), new(Test, 1, 0)), At(0, new ColumnWork(Test, 3, 0))];

        Done(Limit(Test, 1), people: 9, items).ShouldBe([(0, 3), (0, 4)]);
    }

    private static (double Started, double Finished)[] Done(int people, params WorkToDo[] items) =>
        Done([], people, items);

    /// <summary>When items were begun and finished where each person may have two.</summary>
    private static (double Started, double Finished)[] Done(
        Dictionary<Guid, int> limits,
        int people,
        params WorkToDo[] items
    ) =>
        [
            .. WipSimulation
                .Run(new(limits, people, PerPerson: 2), items)
                .Select(item => (item.StartedDay, item.FinishedDay)),
        ];

    private static Dictionary<Guid, int> Limit(Guid column, int limit) => new() { [column] = limit };

    private static WorkToDo At(double day, params ColumnWork[] columns) =>
        new(Guid.CreateVersion7(), Now.AddDays(day), columns);
}
