using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class CommitmentsOfPartTests
{
    private static readonly Window All = Days(0, 20);
    private static readonly Guid[] Agreements = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static readonly FlowItem[] Items =
    [
        Agreed(4, 2, WorkCategory.Support, Agreements[0]),
        Agreed(3, 5, WorkCategory.Support, Agreements[0]),
        Agreed(6, 1, WorkCategory.Project, Agreements[0]),
        Agreed(7, 3, WorkCategory.Project, Agreements[1]),
        // An import: accepted only after it was committed, and by no agreement.
        Agreed(8, -4, WorkCategory.TechnicalDebt, null),
        Agreed(9, -2, WorkCategory.TechnicalDebt, null),
    ];

    [Fact]
    public void Given_what_was_committed_in_the_window_Then_each_category_has_its_number_and_its_longest_wait()
    {
        var commitments = Of(All, FlowPart.Of(Items, All));

        Counted(commitments)
            .ShouldBe([(WorkCategory.Support, 2), (WorkCategory.TechnicalDebt, 2), (WorkCategory.Project, 2)]);
        commitments.LongestWait.OrderBy(wait => wait.Key).Select(wait => wait.Value.TotalDays).ShouldBe([5, -2, 3]);
    }

    [Fact]
    public void Given_agreements_Then_each_has_its_first_commitment_and_all_its_categories()
    {
        var outcomes = Of(All, FlowPart.Of(Items, All)).Outcomes;

        outcomes.Count.ShouldBe(2);
        outcomes[Agreements[0]].First.ShouldBe(Now.AddDays(3));
        outcomes[Agreements[0]].Categories.Order().ShouldBe([WorkCategory.Support, WorkCategory.Project]);
        outcomes[Agreements[1]].First.ShouldBe(Now.AddDays(7));
        outcomes[Agreements[1]].Categories.ShouldBe([WorkCategory.Project]);
    }

    [Theory]
    [InlineData(3, 20, 6)]
    [InlineData(4, 20, 5)]
    [InlineData(8, 20, 2)]
    [InlineData(10, 20, 0)]
    public void Given_a_window_Then_a_month_and_any_other_part_tell_what_was_committed_in_it(int from, int to, int all)
    {
        FlowPart[] parts = [FlowPart.Month(Items), FlowPart.Of(Items, Days(from, to))];

        parts.Select(part => Of(Days(from, to), part).Counts.Values.Sum()).ShouldBe([all, all]);
    }

    [Fact]
    public void Given_a_month_all_of_which_was_committed_in_the_window_Then_what_was_made_of_it_serves_the_next_window()
    {
        var month = FlowPart.Month(Items);

        var kept = Of(All, month);

        Of(Days(3, 20), month).ShouldBeSameAs(kept);
        Of(Days(3.5, 20), month).ShouldNotBeSameAs(kept);
        Of(All, month).ShouldBeSameAs(kept);
    }

    [Fact]
    public void Given_a_month_of_which_a_filter_left_nothing_Then_nothing_of_it_was_committed() =>
        Of(All, FlowPart.Month([])).Counts.ShouldBeEmpty();

    [Fact]
    public void Given_one_agreement_as_two_parts_know_it_Then_it_is_joined_whichever_comes_first()
    {
        (DateTimeOffset, IReadOnlySet<WorkCategory>) early = (Now, new HashSet<WorkCategory> { WorkCategory.Project });
        (DateTimeOffset, IReadOnlySet<WorkCategory>) late = (
            Now.AddDays(1),
            new HashSet<WorkCategory> { WorkCategory.Support, WorkCategory.Project }
        );

        foreach (var joined in new[] { PartCommitments.Joined(early, late), PartCommitments.Joined(late, early) })
        {
            joined.First.ShouldBe(Now);
            joined.Categories.Order().ShouldBe([WorkCategory.Support, WorkCategory.Project]);
        }
    }

    private static FlowItem Agreed(int committed, int waited, WorkCategory category, Guid? by) =>
        Item(committed + 1, 15, category, committed, committed - waited) with
        {
            OutcomeId = by,
        };

    private static PartCommitments Of(Window window, FlowPart part) =>
        PartCommitments.Of(Sample(window, []) with { Parts = [part] }).ShouldHaveSingleItem();

    private static IEnumerable<(WorkCategory, int)> Counted(PartCommitments commitments) =>
        commitments.Counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Value));
}
