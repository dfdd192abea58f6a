using FlowPlatform.AiAdoption.Domain.Privacy;
using FlowPlatform.AiAdoption.Domain.Usage;

namespace FlowPlatform.AiAdoption.Tests.Domain;

public sealed class PublicationGateTests
{
    private static readonly Guid[] Persons = [.. Enumerable.Range(0, 30).Select(_ => Guid.CreateVersion7())];

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void Given_a_group_around_k_Then_only_k_and_more_are_shown(int size, bool shown)
    {
        var figure = PublicationGate.Decide(First(size), First(30), 2, []);

        figure.Value.ShouldBe(shown ? 2 : null);
        figure.Reason.ShouldBe(shown ? null : SuppressionReason.GroupTooSmall);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(0, true)]
    public void Given_few_people_outside_of_the_group_Then_they_are_protected_too(int outside, bool shown) =>
        PublicationGate
            .Decide(First(10), First(10 + outside), 3, [])
            .Reason.ShouldBe(shown ? null : SuppressionReason.ComplementTooSmall);

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Given_nobody_or_everybody_Then_it_is_withheld(int count) =>
        PublicationGate.Decide(First(10), First(30), count, []).Reason.ShouldBe(SuppressionReason.Unanimous);

    [Fact]
    public void Given_a_released_group_Then_one_that_differs_by_a_person_is_withheld() =>
        PublicationGate.Decide(First(11), First(30), 4, [First(10)]).Reason.ShouldBe(SuppressionReason.Subtraction);

    [Theory]
    [InlineData("2026-11-16", "2026-10-19", "2026-11-15")]
    [InlineData("2026-11-21", "2026-10-19", "2026-11-15")]
    [InlineData("2026-11-22", "2026-10-19", "2026-11-15")]
    [InlineData("2026-11-23", "2026-10-26", "2026-11-22")]
    public void Given_a_day_Then_the_period_is_the_last_four_weeks_that_have_ended(
        string today,
        string first,
        string last
    ) => ReleaseGrid.PeriodClosedBefore(DateOnly.Parse(today)).ShouldBe((DateOnly.Parse(first), DateOnly.Parse(last)));

    private static HashSet<Guid> First(int count) => [.. Persons.Take(count)];
}
