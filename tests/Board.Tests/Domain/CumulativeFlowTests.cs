using CsCheck;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class CumulativeFlowTests
{
    private const int Columns = 5;
    private static readonly Guid[] Cards = [.. Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7())];
    private static readonly DateTimeOffset[] Days = [.. Enumerable.Range(0, 40).Select(day => Now.AddDays(day))];

    private static readonly Gen<ColumnEntry[]> Entries = Gen.Select(
        Gen.Int[0, Cards.Length - 1],
        Gen.Int[0, Columns - 1],
        Gen.Int[0, 39 * 24],
        (card, column, hour) => new ColumnEntry(Cards[card], column, Now.AddHours(hour))
    ).Array[0, 60];

    [Fact]
    public void Given_any_moves_also_backwards_Then_no_line_falls_or_crosses_another() =>
        Entries.Sample(entries =>
        {
            var lines = CumulativeFlow.Lines(entries, Columns, Days);

            foreach (var line in lines)
            {
                line.Zip(line.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second);
            }

            foreach (var (upper, lower) in lines.Zip(lines.Skip(1)))
            {
                upper.Zip(lower).ShouldAllBe(pair => pair.First >= pair.Second);
            }
        });

    [Fact]
    public void Given_any_moves_Then_each_value_is_what_counting_by_hand_gives() =>
        Entries.Sample(entries =>
        {
            var lines = CumulativeFlow.Lines(entries, Columns, Days);

            for (var column = 0; column < Columns; column++)
            {
                for (var day = 0; day < Days.Length; day++)
                {
                    lines[column]
                        [day]
                        .ShouldBe(
                            Cards.Count(card =>
                                entries.Any(e => e.CardId == card && e.Column >= column && e.At <= Days[day])
                            )
                        );
                }
            }
        });

    [Fact]
    public void Given_a_finished_card_that_went_back_once_Then_its_pace_is_its_age_on_leaving_each_column_for_good()
    {
        var (develop, test, done) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var item = new FlowItem(
            Cards[0],
            "FS-1",
            WorkCategory.Support,
            ClassOfService.Standard,
            Now,
            Now,
            Now.AddDays(1),
            Now.AddDays(9),
            null
        );
        AccountFact[] facts = [Entry(develop, 1), Entry(test, 3), Entry(develop, 4), Entry(test, 7), Entry(done, 9)];

        var ages = PaceLines.AgesOnLeaving([(item, facts)]);

        ages[develop].ShouldHaveSingleItem().ShouldBe(TimeSpan.FromDays(6));
        ages[test].ShouldHaveSingleItem().ShouldBe(TimeSpan.FromDays(8));
        ages[done].ShouldBeEmpty();
    }

    private static AccountFact Entry(Guid column, int day) =>
        new(FlowPlatform.Board.Domain.Cards.TransitionKind.Moved, Now.AddDays(day), column, null, null, null);
}
