using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>What is kept of a part: arrivals, times, progress, stays and holdings, and its items by their ids.</summary>
public sealed class TimesOfPartTests
{
    private static readonly Window All = Days(0, 20);

    private static readonly FlowItem Unstarted = Item(2, 5, WorkCategory.Project, committed: 2, accepted: 1) with
    {
        StartedAt = null,
    };

    private static readonly FlowItem[] Items =
    [
        Item(6, 9, committed: 4, accepted: 0),
        Unstarted,
        Item(3, 4, committed: 2, accepted: -3),
        Item(3, 8, committed: 3, accepted: 3) with
        {
            ClassOfService = ClassOfService.Expedite,
        },
        Item(7, null, committed: 7, accepted: 2),
        Item(8, null, committed: 8, accepted: 8) with
        {
            AbandonedAt = Now.AddDays(10),
        },
    ];

    private readonly FlowPart _part = FlowPart.Of(Items, All);

    [Fact]
    public void Given_a_part_Then_the_acceptances_of_all_its_items_ascend() =>
        PartArrivals.Of(_part).Accepted.ShouldBe(At(-3, 0, 1, 2, 3, 8));

    [Fact]
    public void Given_a_part_Then_the_four_instants_of_its_finished_stand_in_the_order_of_f()
    {
        var times = FinishedTimes.Of(_part);

        times.Finished.ShouldBe(At(4, 5, 8, 9));
        times.Started.ShouldBe([.. At(3), FinishedTimes.NeverStarted, .. At(3, 6)]);
        times.Committed.ShouldBe(At(2, 2, 3, 4));
        times.Accepted.ShouldBe(At(-3, 1, 3, 0));
    }

    [Fact]
    public void Given_a_part_Then_the_times_of_its_finished_ascend_by_group()
    {
        var times = PartTimes.Of(_part);

        times.Cycle.Count.ShouldBe(2, "one that was never started has no cycle time");
        times.Cycle[(WorkCategory.Support, ClassOfService.Standard)].ShouldBe(Lasting(1, 3));
        times.Cycle[(WorkCategory.Support, ClassOfService.Expedite)].ShouldBe(Lasting(5));
        times.CycleTicks.ShouldBe(9 * TimeSpan.TicksPerDay);
        times.Lead[WorkCategory.Support].ShouldBe(Lasting(2, 5, 5));
        times.Lead[WorkCategory.Project].ShouldBe(Lasting(3));
        times.CustomerLead.ShouldBe(Lasting(4, 5, 7, 9));
        times.WaitForAgreement.ShouldBe(Lasting(0, 1, 4, 5));
    }

    [Fact]
    public void Given_a_part_Then_what_was_begun_is_in_progress_by_category_until_its_end()
    {
        var support = PartProgress.Of(_part).ByCategory.ShouldHaveSingleItem();

        support.Key.ShouldBe(WorkCategory.Support);
        support.Value.Rises.ShouldBe(At(3, 3, 6, 7, 8));
        support.Value.Falls.ShouldBe(At(4, 8, 9, 10));
    }

    [Fact]
    public void Given_a_limit_Then_the_stays_that_it_covers_are_those_of_its_columns_categories_and_classes()
    {
        var (stays, develop) = (PartStays.Of(_part), Policy.Columns[1].Id);
        var limit = new WipLimit(LimitKind.Column, "Develop", 2, [develop]);

        var standard = stays.CoveredBy(limit).ToList();

        standard.SelectMany(turns => turns.Rises).Order().ShouldBe(At(2, 3, 6, 7, 8));
        standard.SelectMany(turns => turns.Falls).Order().ShouldBe(At(4, 5, 9, 10));
        var expedite = stays.CoveredBy(limit with { Kind = LimitKind.Expedite }).ShouldHaveSingleItem();
        (expedite.Rises[0], expedite.Falls[0]).ShouldBe((At(3)[0], At(8)[0]));
    }

    [Fact]
    public void Given_avatars_Then_they_are_collected_by_person_over_all_items()
    {
        var ada = Guid.CreateVersion7();
        FlowItem[] items =
        [
            Items[0] with
            {
                Holdings = [new(Kim, Now.AddDays(6), Now.AddDays(7)), new(ada, Now.AddDays(7), Now.AddDays(9))],
            },
            Items[4] with
            {
                Holdings = [new(Kim, Now.AddDays(5), null)],
            },
        ];

        var held = PartHoldings.Of(FlowPart.Of(items, All)).ByPerson;

        held.Count.ShouldBe(2);
        held[Kim].Rises.ShouldBe(At(5, 6));
        held[Kim].Falls.ShouldBe(At(7));
        held[ada].Falls.ShouldBe(At(9));
    }

    [Fact]
    public void Given_an_id_Then_the_items_after_it_follow_in_the_order_of_their_ids()
    {
        FlowItem[] items = [.. new[] { 5, 1, 7, 3 }.Select(id => Items[0] with { Id = Id(id) })];
        var part = PartById.Of(FlowPart.Of(items, All));

        part.Order.ShouldBe([1, 3, 0, 2]);
        foreach (var id in Enumerable.Range(0, 9))
        {
            int[] after = [.. new[] { 1, 3, 5, 7 }.Where(other => other > id)];
            part.After(Id(id)).Select(item => item.Id).ShouldBe(after.Select(Id));
        }

        PartById.Of(FlowPart.Of([], All)).After(Id(0)).ShouldBeEmpty();
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static long[] At(params int[] days) => [.. days.Select(day => Now.AddDays(day).UtcTicks)];

    private static long[] Lasting(params int[] days) => [.. days.Select(day => day * TimeSpan.TicksPerDay)];
}
