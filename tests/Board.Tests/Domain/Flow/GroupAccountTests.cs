using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class GroupAccountTests
{
    private static readonly long Day = TimeSpan.TicksPerDay;

    [Fact]
    public void Given_items_Then_their_times_are_summed_by_cause_and_the_longest_of_a_class_comes_first()
    {
        FlowItem[] items =
        [
            Item(1, 4, committed: 0, accepted: -3) with
            {
                Causes =
                [
                    new(TimeClass.Queue, null, Day),
                    new(TimeClass.Active, null, 2 * Day),
                    new(TimeClass.Blocked, "Defect", Day),
                ],
            },
            Item(1, 10, committed: 0, accepted: -1) with
            {
                Causes =
                [
                    new(TimeClass.Blocked, "Supplier", 4 * Day),
                    new(TimeClass.Blocked, "Defect", Day),
                    new(TimeClass.Active, null, Day),
                    new(TimeClass.Queue, null, 4 * Day),
                ],
            },
            // Finished in the instant of its commitment: it has no ratio.
            Item(2, 2, committed: 2, accepted: 1),
        ];
        var flow = Sample(Days(0, 20), [.. items, Item(1, null)]);

        var account = GroupAccount.Of(flow);

        (account.Items, account.LeadTicks, account.WaitForAgreementTicks).ShouldBe((3, 14 * Day, 5 * Day));
        account.Causes.ShouldBe([
            new(TimeClass.Blocked, "Supplier", 4 * Day),
            new(TimeClass.Blocked, "Defect", 2 * Day),
            new(TimeClass.Queue, null, 5 * Day),
            new(TimeClass.Active, null, 3 * Day),
        ]);
        (account.ActiveTicks, account.WasteTicks, account.Efficiency).ShouldBe((3 * Day, 11 * Day, 3.0 / 14));
        account.MeanOfRatios!.Value.ShouldBe((0.5 + 0.1) / 2, tolerance: 1e-12);
    }

    [Fact]
    public void Given_items_in_several_parts_Then_the_sums_are_of_all_of_them()
    {
        FlowPart Part(double lead, double accepted) =>
            FlowPart.Of(
                [
                    Item(9 - lead, 9, committed: 9 - lead, accepted: 9 - lead - accepted) with
                    {
                        Causes = [new(TimeClass.Active, null, Day)],
                    },
                ],
                Days(0, 20)
            );

        var account = GroupAccount.Of(Sample(Days(0, 20), []) with { Parts = [Part(2, 1), Part(4, 3)] });

        account.ShouldSatisfyAllConditions(
            of => of.Items.ShouldBe(2),
            of => of.LeadTicks.ShouldBe(6 * Day),
            of => of.WaitForAgreementTicks.ShouldBe(4 * Day),
            of => of.Causes.ShouldBe([new(TimeClass.Active, null, 2 * Day)]),
            of => of.MeanOfRatios.ShouldBe(0.375)
        );
    }

    [Fact]
    public void Given_nothing_finished_Then_there_are_no_ratios()
    {
        var account = GroupAccount.Of(Sample(Days(0, 20), [Item(1, null)]));

        (account.Items, account.Efficiency, account.MeanOfRatios).ShouldBe((0, null, null));
        account.Causes.ShouldBeEmpty();
    }
}
