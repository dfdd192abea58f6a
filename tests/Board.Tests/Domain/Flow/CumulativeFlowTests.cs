using CsCheck;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class CumulativeFlowTests
{
    private const int Columns = 5;
    private static readonly DateTimeOffset[] Days = [.. Enumerable.Range(0, 40).Select(day => Now.AddDays(day))];

    private static readonly Gen<ColumnEntry[][]> Paths = Gen.Select(
            Gen.Int[0, Columns - 1],
            Gen.Int[0, 39 * 24],
            (column, hour) => new ColumnEntry(column, Now.AddHours(hour))
        )
        .Array[0, 12]
        .Select(path => path.OrderBy(entry => entry.At).ToArray())
        .Array[0, 8];

    private static readonly long[] Before = [9, 7, 7, 2, 0];

    [Fact]
    public void Given_any_moves_also_backwards_Then_no_line_falls_or_crosses_another() =>
        Paths.Sample(paths =>
        {
            var lines = CumulativeFlow.Lines([CumulativeFlow.Reached(paths, Columns)], Days, Before);

            foreach (var line in lines)
            {
                line.Zip(line.Skip(1)).All(pair => pair.First <= pair.Second).ShouldBeTrue();
            }

            foreach (var (upper, lower) in lines.Zip(lines.Skip(1)))
            {
                upper.Zip(lower).All(pair => pair.First >= pair.Second).ShouldBeTrue();
            }
        });

    [Fact]
    public void Given_any_moves_Then_each_value_is_what_counting_by_hand_gives() =>
        Paths.Sample(paths =>
        {
            var lines = CumulativeFlow.Lines([CumulativeFlow.Reached(paths, Columns)], Days, Before);

            for (var column = 0; column < Columns; column++)
            {
                for (var day = 0; day < Days.Length; day++)
                {
                    lines[column]
                        [day]
                        .ShouldBe(
                            (int)Before[column]
                                + paths.Count(path => path.Any(e => e.Column >= column && e.At <= Days[day]))
                        );
                }
            }
        });

    [Fact]
    public void Given_a_finished_card_that_went_back_once_Then_its_pace_is_its_age_on_leaving_each_column_for_good()
    {
        var (develop, test, done) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var item = new FlowItem(
            Guid.CreateVersion7(),
            "FS-1",
            WorkCategory.Support,
            ClassOfService.Standard,
            Now,
            Now,
            Now.AddDays(1),
            Now.AddDays(9),
            null
        )
        {
            Stays = [Entry(develop, 1), Entry(test, 3), Entry(develop, 4), Entry(test, 7), Entry(done, 9)],
        };

        var ages = PaceLines.AgesOnLeaving([item]);

        ages[develop].ShouldHaveSingleItem().ShouldBe(TimeSpan.FromDays(6).Ticks);
        ages[test].ShouldHaveSingleItem().ShouldBe(TimeSpan.FromDays(8).Ticks);
        ages.ContainsKey(done).ShouldBeFalse();
    }

    private static ColumnStay Entry(Guid column, int day) => new(column, Now.AddDays(day));
}
