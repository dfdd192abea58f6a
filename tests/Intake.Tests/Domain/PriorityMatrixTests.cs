using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Tests.Domain;

public sealed class PriorityMatrixTests
{
    [Theory]
    [InlineData(Severity.High, Severity.High, Priority.P1)]
    [InlineData(Severity.High, Severity.Medium, Priority.P2)]
    [InlineData(Severity.High, Severity.Low, Priority.P3)]
    [InlineData(Severity.Medium, Severity.High, Priority.P2)]
    [InlineData(Severity.Medium, Severity.Medium, Priority.P3)]
    [InlineData(Severity.Medium, Severity.Low, Priority.P4)]
    [InlineData(Severity.Low, Severity.High, Priority.P3)]
    [InlineData(Severity.Low, Severity.Medium, Priority.P4)]
    [InlineData(Severity.Low, Severity.Low, Priority.P5)]
    public void Given_impact_and_urgency_Then_the_priority_is_that_of_the_itil_matrix(
        Severity impact,
        Severity urgency,
        Priority expected
    ) => PriorityMatrix.Of(impact, urgency).ShouldBe(expected);

    [Fact]
    public void Given_a_priority_alone_Then_its_severities_give_it_back()
    {
        foreach (var priority in Enum.GetValues<Priority>())
        {
            var (impact, urgency) = PriorityMatrix.SeveritiesOf(priority);

            PriorityMatrix.Of(impact, urgency).ShouldBe(priority);
        }
    }
}
