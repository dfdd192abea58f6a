using CsCheck;
using FlowPlatform.Board.Domain.Simulation;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class WipSimulationTests
{
    private static readonly Guid Develop = Policy.Columns[1].Id;
    private static readonly Guid Test = Policy.Columns[2].Id;

    private static readonly Gen<WorkToDo[]> Work = Gen.Select(
            Gen.Int[0, 20],
            Gen.Double[0, 3],
            Gen.Double[0, 2],
            Gen.Double[0, 2],
            (day, develop, test, blocked) => Of(day, new(Develop, develop, blocked), new(Test, test, 0))
        )
        .Array[1, 20]
        .Select(items => items.OrderBy(item => item.CommittedAt).ToArray());

    [Fact]
    public void Given_one_person_and_one_item_at_a_time_Then_items_are_done_one_after_the_other()
    {
        WorkToDo[] items = [Of(0, new ColumnWork(Develop, 2, 0)), Of(0, new ColumnWork(Develop, 3, 0))];

        var done = WipSimulation.Run(Limits(people: 1, perPerson: 1), items);

        done.Select(item => (item.StartedDay, item.FinishedDay)).ShouldBe([(0, 2), (2, 5)]);
    }

    [Fact]
    public void Given_one_person_and_both_at_once_Then_both_take_longer_and_the_last_is_done_at_the_same_time()
    {
        WorkToDo[] items = [Of(0, new ColumnWork(Develop, 2, 0)), Of(0, new ColumnWork(Develop, 3, 0))];

        var done = WipSimulation.Run(Limits(people: 1, perPerson: 2), items);

        done.Select(item => Math.Round(item.FinishedDay, 6)).ShouldBe([4, 5]);
    }

    [Fact]
    public void Given_a_full_next_column_Then_a_done_item_waits_and_takes_its_place()
    {
        ColumnWork[] slowTest = [new(Develop, 1, 0), new(Test, 5, 0)];
        WorkToDo[] items = [Of(0, slowTest), Of(0, slowTest), Of(0, slowTest)];

        var done = WipSimulation.Run(Limits(people: 9, perPerson: 9, develop: 1, test: 1), items);

        // The second is developed on day 2 and waits till 6; the third can only then begin.
        done.Select(item => (item.StartedDay, item.FinishedDay)).ShouldBe([(0, 6), (1, 11), (6, 16)]);
    }

    [Fact]
    public void Given_any_work_and_limits_Then_all_of_it_is_done_and_no_column_ever_holds_more_than_its_limit() =>
        Gen.Select(Work, Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 4])
            .Sample(
                (items, develop, test, people) =>
                {
                    var done = WipSimulation.Run(Limits(people, 2, develop, test), items);

                    done.Count.ShouldBe(items.Length);
                    done.All(item => item.FinishedDay >= item.StartedDay && item.StartedDay >= item.CommittedDay - 1e-6)
                        .ShouldBeTrue();
                    foreach (var start in done.Select(item => item.StartedDay))
                    {
                        done.Count(item => item.StartedDay <= start && start < item.FinishedDay - 1e-6)
                            .ShouldBeLessThanOrEqualTo(Math.Min(develop + test, people * 2));
                    }
                }
            );

    [Fact]
    public void Given_any_work_Then_nobody_works_more_than_all_of_the_time() =>
        Gen.Select(Work, Gen.Int[1, 4])
            .Sample(
                (items, people) =>
                {
                    var done = WipSimulation.Run(Limits(people, perPerson: 2), items);

                    var effort = items.Sum(item => item.Columns.Sum(column => column.EffortDays));
                    var time = done.Max(item => item.FinishedDay) - done.Min(item => item.StartedDay);
                    effort.ShouldBeLessThanOrEqualTo((time * people) + 1e-6);
                }
            );

    [Fact]
    public void Given_a_person_on_two_items_at_once_Then_each_was_given_half_of_their_attention()
    {
        var items = new[] { 1.0, 3.0 }.Select(start =>
            Item(start, start + 4) with
            {
                Holdings = [new(Kim, Now.AddDays(start), Now.AddDays(start + 4))],
            }
        );

        var (work, people) = WorkContent.Of(Sample(Days(0, 30), items));

        people.ShouldBe(1);
        // Alone for two days, together for two: 2 + 2 / 2.
        work.Select(item => Math.Round(item.Columns.Single().EffortDays, 9)).ShouldBe([3, 3]);
    }

    [Fact]
    public void Given_a_history_Then_a_replay_under_its_own_limits_comes_near_it_and_a_lower_limit_shortens_cycle_times()
    {
        // Two people, four items at once: each item takes four days of which two are work.
        var people = new[] { Kim, Guid.CreateVersion7() };
        var items = Enumerable
            .Range(0, 60)
            .Select(n => (Person: people[n % 2], Start: n))
            .Select(x =>
                Item(x.Start, x.Start + 4) with
                {
                    Holdings = [new(x.Person, Now.AddDays(x.Start), Now.AddDays(x.Start + 4))],
                }
            );
        var flow = Sample(Days(-2, 80), items);

        var limits = new Dictionary<Guid, int> { [Develop] = 2 };
        var free = new Dictionary<Guid, int>();
        var tight = SimulationResult.Of(flow, limits, people: null, perPerson: 1);
        var loose = SimulationResult.Of(flow, free, people: null, perPerson: 2);

        tight.People.ShouldBe(2);
        tight.Observed.CycleTime.P50.ShouldBe(TimeSpan.FromDays(4));
        tight.Simulated.Finished.ShouldBe(60);
        tight.Simulated.CycleTime.P50!.Value.ShouldBeLessThanOrEqualTo(loose.Simulated.CycleTime.P50!.Value);
        SimulationResult.Unknown.ShouldNotBeEmpty();
    }

    private static WorkToDo Of(double day, params ColumnWork[] columns) =>
        new(Guid.CreateVersion7(), Now.AddDays(day), columns);

    private static SimulatedLimits Limits(int people, int perPerson, int develop = 99, int test = 99) =>
        new(new Dictionary<Guid, int> { [Develop] = develop, [Test] = test }, people, perPerson);
}
