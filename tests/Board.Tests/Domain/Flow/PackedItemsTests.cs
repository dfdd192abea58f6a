using System.Collections;
using System.Text.Json;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class PackedItemsTests
{
    private static readonly Guid Agreement = Guid.CreateVersion7();
    private static readonly Guid Column = Guid.CreateVersion7();

    /// <summary>Times from half a century before c to a tick on either side of it, and c itself.</summary>
    private static readonly FlowItem Full = new(
        Guid.CreateVersion7(),
        "FS-17",
        WorkCategory.Project,
        ClassOfService.Intangible,
        Now,
        Now.AddTicks(-1),
        Now,
        Now.AddTicks(1),
        Now.AddYears(-50)
    )
    {
        OutcomeId = Agreement,
        ReopenCount = 300,
        Stays = [new(Column, Now.AddTicks(-2)), new(Kim, Now.AddYears(9))],
        Causes = [new(TimeClass.Queue, null, 0), new(TimeClass.Blocked, "Supplier", long.MaxValue)],
        Blocked = [new("Supplier", Now.AddTicks(3), null), new("Other", Now.AddTicks(-3), Now)],
        Holdings = [new(Kim, Now.AddDays(1), Now.AddDays(2)), new(Column, Now.AddDays(-1), null)],
    };

    private static readonly FlowItem Bare = new(
        Guid.CreateVersion7(),
        "",
        WorkCategory.Enhancement,
        ClassOfService.Expedite,
        Now.AddDays(-3),
        Now,
        null,
        null,
        null
    );

    private static readonly FlowItem Again = Full with { Key = "FS-18" };

    private readonly PackedItems _packed = PackedItems.Of([Full, Bare, Again]);

    [Fact]
    public void Given_items_Then_each_is_given_back_as_it_was_by_its_place()
    {
        _packed.Count.ShouldBe(3);
        Told(_packed[0]).ShouldBe(Told(Full));
        Told(_packed[1]).ShouldBe(Told(Bare));
        Told(_packed[2]).ShouldBe(Told(Again));
        Told(_packed[0]).ShouldBe(Told(Full));
    }

    [Fact]
    public void Given_items_Then_they_are_given_back_in_their_order()
    {
        _packed.Select(item => item.Key).ShouldBe(["FS-17", "", "FS-18"]);
        ((IEnumerable)_packed).Cast<FlowItem>().Select(Told).ShouldBe([Told(Full), Told(Bare), Told(Again)]);
    }

    [Fact]
    public void Given_the_instants_around_c_Then_they_are_apart_by_a_tick_and_none_is_no_instant()
    {
        var item = _packed[0];

        (item.CommittedAt - item.AcceptedAt).Ticks.ShouldBe(-1);
        (item.StartedAt, item.FinishedAt, item.AbandonedAt).ShouldBe((Now, Now.AddTicks(1), Now.AddYears(-50)));
        item.Blocked.Select(spell => spell.To).ShouldBe([null, Now]);
        (_packed[1].StartedAt, _packed[1].FinishedAt, _packed[1].AbandonedAt, _packed[1].OutcomeId).ShouldBe(
            (null, null, null, null)
        );
    }

    [Fact]
    public void Given_no_items_Then_there_are_none() => PackedItems.Of([]).ShouldBeEmpty();

    [Fact]
    public void Given_an_item_without_a_history_Then_its_lists_are_those_that_are_held_once()
    {
        _packed[1].Stays.ShouldBeSameAs(Array.Empty<ColumnStay>());
        _packed[1].Holdings.ShouldBeSameAs(Array.Empty<Holding>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(63)]
    [InlineData(-63)]
    public void Given_an_item_on_which_little_happened_Then_it_takes_a_byte_for_each_thing_and_for_what_is_not_there(
        int ticks
    )
    {
        var bytes = new MemoryStream();

        new ItemWriter(bytes, new SharedValues()).Write(Bare with { CommittedAt = Bare.AcceptedAt.AddTicks(ticks) });

        // The id, its empty key, category and class, c, its four other instants, no agreement, no reopening, four lists.
        bytes.Length.ShouldBe(16 + 1 + 2 + 8 + 4 + 1 + 1 + 4);
    }

    [Fact]
    public void Given_a_value_that_comes_again_Then_it_has_the_place_that_it_had()
    {
        var shared = new SharedValues();

        int[] places = [.. new object?[] { "one", Kim, null, "one", "other", Kim }.Select(shared.PlaceOf)];

        places.ShouldBe([1, 2, 0, 1, 3, 2]);
        (shared[0], shared[1], shared[2], shared[3]).ShouldBe((null, "one", Kim, "other"));
    }

    private static string Told(FlowItem item) => JsonSerializer.Serialize(item);
}
