using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Simulation;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class SimulationResultTests
{
    private static readonly SimulatedFigures Nothing = new(0, 0, 0, Distribution.Of([]));

    [Fact]
    public void Given_no_item_Then_there_are_figures_of_nothing()
    {
        SimulatedFigures.Of([]).ShouldBe(Nothing);
        SimulatedFigures.Observed([]).ShouldBe(Nothing);
        SimulatedFigures.Observed([Item(1, 3) with { StartedAt = null }]).ShouldBe(Nothing);
    }

    [Fact]
    public void Given_simulated_items_Then_the_figures_are_from_the_first_commitment_to_the_last_end()
    {
        var figures = SimulatedFigures.Of([new(Kim, 1, 2, 5), new(Kim, 0, 1, 3), new(Kim, 2, 2.5, 4)]);

        // Three in five days; 3 + 2 + 1.5 days in progress.
        ShouldBe(figures, finished: 3, perDay: 0.6, averageWip: 1.3);
    }

    [Fact]
    public void Given_what_happened_Then_the_figures_are_those_of_what_was_begun()
    {
        FlowItem[] finished =
        [
            Item(2, 5, committed: 1),
            Item(1, 3, committed: 0),
            Item(2.5, 4, committed: 2),
            Item(7, 9, committed: -3) with
            {
                StartedAt = null,
            },
        ];

        ShouldBe(SimulatedFigures.Observed(finished), finished: 3, perDay: 0.6, averageWip: 1.3);
    }

    [Fact]
    public void Given_all_of_it_at_one_instant_Then_the_figures_exist_all_the_same()
    {
        var figures = SimulatedFigures.Of([new(Kim, 1, 1, 1)]);

        (figures.Finished, figures.PerDay, figures.AverageWip).ShouldBe((1, 1 / 1e-9, 0));
    }

    [Fact]
    public void Given_ten_items_Then_their_cycle_times_are_from_the_start_to_the_end()
    {
        var figures = SimulatedFigures.Of([
            .. Enumerable.Range(1, 10).Select(n => new SimulatedItem(Kim, 0, 5, 5 + n)),
        ]);

        (figures.CycleTime.P50, figures.CycleTime.P85).ShouldBe((TimeSpan.FromDays(5), TimeSpan.FromDays(9)));
    }

    [Theory]
    [InlineData(null, 1, 1)]
    [InlineData(2, 2, 2)]
    public void Given_other_people_Then_only_the_simulation_has_them(int? people, int told, double perDay)
    {
        // Kim had both at once: a day of work each, which took two.
        var item = Item(1, 3, committed: 1) with
        {
            Holdings = [new(Kim, Now.AddDays(1), Now.AddDays(3))],
        };
        FlowItem[] items = [item, item with { Id = Guid.CreateVersion7() }];

        var result = SimulationResult.Of(Sample(Days(0, 30), items), new Dictionary<Guid, int>(), people, perPerson: 1);

        result.People.ShouldBe(told);
        (result.Observed.PerDay, result.Replayed.PerDay).ShouldBe((1, 1));
        result.Simulated.PerDay.ShouldBe(perDay);
    }

    [Fact]
    public void Given_what_no_replay_can_know_Then_each_thing_is_said_in_a_sentence_of_its_own()
    {
        SimulationResult.Unknown.ShouldBeUnique();
        SimulationResult.Unknown.ShouldAllBe(sentence => sentence.EndsWith('.'));
    }

    private static void ShouldBe(SimulatedFigures figures, int finished, double perDay, double averageWip)
    {
        figures.Finished.ShouldBe(finished);
        figures.PerDay.ShouldBe(perDay, tolerance: 1e-9);
        figures.AverageWip.ShouldBe(averageWip, tolerance: 1e-9);
        figures.CycleTime.Count.ShouldBe(finished);
    }
}
