using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Simulation;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class WorkContentTests
{
    private const double Open = double.NaN;
    private static readonly Guid Lee = Guid.CreateVersion7();
    private static readonly Guid Develop = Policy.Columns[1].Id;
    private static readonly Guid Test = Policy.Columns[2].Id;

    [Theory]
    [InlineData(0, Open, 4)]
    [InlineData(0, 9, 4)]
    [InlineData(2, Open, 3)]
    [InlineData(0, 4, 3)]
    [InlineData(2, 4, 2)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0.5, 0)]
    [InlineData(5, 6, 0)]
    public void Given_an_item_in_progress_for_days_1_to_5_Then_its_effort_is_while_somebody_had_it(
        double from,
        double to,
        double effort
    ) => Of(Item(1, 5) with { Holdings = [Held(Kim, from, to)] }).ShouldBe([(Develop, effort, 0)]);

    [Theory]
    [InlineData(new[] { 2.0, 3, 5, 7 }, 5, 3)]
    [InlineData(new[] { 5.0, 7, 2, 3 }, 5, 3)]
    [InlineData(new[] { 2.0, 6, 3, 4 }, 4, 4)]
    [InlineData(new[] { 2.0, 4, 3, 6 }, 4, 4)]
    [InlineData(new[] { 0.0, 2 }, 7, 1)]
    [InlineData(new[] { 1.0, 2 }, 7, 1)]
    [InlineData(new[] { 5.0, Open }, 4, 4)]
    [InlineData(new[] { 9.0, 10 }, 8, 0)]
    [InlineData(new[] { 10.0, 12 }, 8, 0)]
    [InlineData(new[] { 1.0, 9 }, 0, 8)]
    [InlineData(new[] { 0.0, Open }, 0, 8)]
    public void Given_blockers_of_an_item_in_progress_for_days_1_to_9_Then_its_effort_is_what_they_left(
        double[] blocked,
        double effort,
        double stopped
    )
    {
        var item = Item(1, 9) with { Holdings = [Held(Kim, 1, 9)], Blocked = Spells(blocked) };

        Of(item).ShouldBe([(Develop, effort, stopped)]);
        WorkContent.Of(Sample(Days(0, 30), [item])).People.ShouldBe(1);
    }

    [Fact]
    public void Given_an_item_that_was_sent_back_Then_each_column_has_all_its_work_in_the_order_of_the_board()
    {
        var item = Item(1, 9) with
        {
            Stays =
            [
                new(Policy.Columns[0].Id, Now),
                new(Test, Now.AddDays(1)),
                new(Develop, Now.AddDays(2)),
                new(Test, Now.AddDays(4)),
                new(Develop, Now.AddDays(5)),
                new(Policy.FirstDone.Id, Now.AddDays(9)),
            ],
            Holdings = [Held(Kim, 0, Open)],
            Blocked = Spells(2.5, 3, 4.25, 4.5, 6, 7),
        };

        Of(item).ShouldBe([(Develop, 4.5, 1.5), (Test, 1.75, 0.25)]);
    }

    [Fact]
    public void Given_an_item_still_open_at_the_windows_end_Then_it_too_takes_its_part_of_the_attention()
    {
        var open = Item(3, finished: null) with { Holdings = [Held(Kim, 3, Open)] };

        // Alone for two days, together for two.
        Of(Item(1, 5) with { Holdings = [Held(Kim, 1, 5)] }, open).ShouldBe([(Develop, 3, 0)]);
    }

    [Fact]
    public void Given_items_that_were_finished_in_another_order_Then_they_are_in_that_of_commitment()
    {
        FlowItem[] items = [Item(3, 4, committed: 2), Item(2, 9, committed: 0), Item(3, 6, committed: 1)];

        var (work, _) = WorkContent.Of(Sample(Days(0, 30), items));

        work.Select(item => item.Id).ShouldBe([items[1].Id, items[2].Id, items[0].Id]);
    }

    [Theory]
    [InlineData(new double[0], new double[0], 1)]
    [InlineData(new[] { 1.0, 3 }, new[] { 3.0, 5 }, 1)]
    [InlineData(new[] { 1.0, 3 }, new[] { 2.0, 5 }, 2)]
    [InlineData(new[] { 1.0, 3, 10, 12 }, new[] { 1.0, 3 }, 2)]
    [InlineData(new[] { 1.0, 3, 10, 12 }, new[] { 10.0, 12 }, 2)]
    [InlineData(new[] { 3.0, 7, 1, 5 }, new[] { 1.0, 2 }, 2)]
    [InlineData(new[] { 1.0, 7, 2, 3 }, new[] { 5.0, 6 }, 2)]
    [InlineData(new[] { 1.0, 3, 2, 5 }, new[] { 4.0, 7 }, 2)]
    [InlineData(new[] { 1.0, 3, 2, 5 }, new[] { 6.0, 7 }, 1)]
    public void Given_when_two_people_were_active_Then_people_are_the_most_of_them_at_one_time(
        double[] kim,
        double[] lee,
        int people
    )
    {
        var items = Pairs(kim).Select(held => Worked(Kim, held)).Concat(Pairs(lee).Select(held => Worked(Lee, held)));

        WorkContent.Of(Sample(Days(0, 30), items)).People.ShouldBe(people);
    }

    private static FlowItem Worked(Guid person, (double From, double To) held) =>
        Item(held.From, held.To) with
        {
            Holdings = [Held(person, held.From, held.To)],
        };

    /// <summary>The work of the first of these items.</summary>
    private static (Guid Column, double Effort, double Blocked)[] Of(params FlowItem[] items) =>
        [
            .. WorkContent
                .Of(Sample(Days(0, 30), items))
                .Items[0]
                .Columns.Select(work =>
                    (work.ColumnId, Math.Round(work.EffortDays, 9), Math.Round(work.BlockedDays, 9))
                ),
        ];

    private static Holding Held(Guid person, double from, double to) => new(person, Now.AddDays(from), End(to));

    private static BlockedSpell[] Spells(params double[] days) =>
        [.. Pairs(days).Select(spell => new BlockedSpell("Supplier", Now.AddDays(spell.From), End(spell.To)))];

    private static IEnumerable<(double From, double To)> Pairs(double[] days) =>
        days.Chunk(2).Select(pair => (pair[0], pair[1]));

    private static DateTimeOffset? End(double day) => double.IsNaN(day) ? null : Now.AddDays(day);
}
