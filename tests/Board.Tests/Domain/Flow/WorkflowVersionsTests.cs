using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class WorkflowVersionsTests
{
    private static readonly WorkflowVersions Three = Saved((1, -5), (2, 3), (3, 6));

    [Theory]
    [InlineData(-9, 1)]
    [InlineData(-5, 1)]
    [InlineData(2.9, 1)]
    [InlineData(3, 2)]
    [InlineData(5.9, 2)]
    [InlineData(6, 3)]
    [InlineData(99, 3)]
    public void Given_an_instant_Then_the_version_in_force_is_the_last_that_was_saved_by_then(
        double day,
        int version
    ) => Three.At(Now.AddDays(day)).Version.ShouldBe(version);

    [Fact]
    public void Given_versions_Then_the_present_one_is_the_last_and_a_single_one_was_always_in_force()
    {
        (Three.Current.Version, Three.All.Count).ShouldBe((3, 3));
        WorkflowVersions.Only(Policy).At(DateTimeOffset.MinValue).ShouldBeSameAs(Policy);
        WorkflowVersions.Only(Policy).During(Days(0, 9)).ShouldBe([(Policy, Days(0, 9))]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(null, 3)]
    [InlineData(0, 3)]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    [InlineData(99, 3)]
    public void Given_a_number_Then_its_version_is_found_and_the_present_one_where_it_is_unknown(
        int? asked,
        int version
    ) => Three.Of(asked).Version.ShouldBe(version);

    [Theory]
    [InlineData(4, 4)]
    [InlineData(6, 6)]
    [InlineData(1, 9)]
    [InlineData(5, 9)]
    [InlineData(9, 9)]
    public void Given_versions_that_do_not_count_up_from_one_Then_each_is_found_all_the_same(int asked, int version) =>
        Saved((4, 0), (6, 1), (9, 2)).Of(asked).Version.ShouldBe(version);

    [Fact]
    public void Given_a_window_Then_each_version_in_force_has_its_part_of_it()
    {
        Parts(Three, 0, 10).ShouldBe([(1, Days(0, 3)), (2, Days(3, 6)), (3, Days(6, 10))]);
        Parts(Three, 3, 6).ShouldBe([(2, Days(3, 6))]);
        Parts(Three, 4, 5).ShouldBe([(2, Days(4, 5))]);
        Parts(Three, 7, 9).ShouldBe([(3, Days(7, 9))]);
    }

    [Fact]
    public void Given_a_window_that_begins_before_the_first_version_Then_the_first_has_its_beginning() =>
        Parts(Three, -9, 4).ShouldBe([(1, Days(-9, 3)), (2, Days(3, 4))]);

    [Fact]
    public void Given_two_versions_saved_at_once_Then_only_the_later_was_in_force()
    {
        var twice = Saved((1, 0), (2, 3), (3, 3));

        Parts(twice, 0, 10).ShouldBe([(1, Days(0, 3)), (3, Days(3, 10))]);
        twice.At(Now.AddDays(3)).Version.ShouldBe(3);
    }

    private static List<(int Version, Window Part)> Parts(WorkflowVersions versions, int from, int to) =>
        [.. versions.During(Days(from, to)).Select(version => (version.Definition.Version, version.Part))];

    private static WorkflowVersions Saved(params (int Version, double Day)[] versions) =>
        new([
            .. versions.Select(version => new SavedWorkflow(
                Now.AddDays(version.Day),
                Policy with
                {
                    Version = version.Version,
                }
            )),
        ]);
}
