using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class ImportRaceTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_the_same_file_at_the_same_time_through_two_replicas_Then_each_case_is_one_request()
    {
        var second = intake.StartReplica();
        var uploads = Enumerable
            .Range(0, 4)
            .Select(i => intake.SendFileAsync(IntakeFixture.Log, replica: i % 2 * second));

        var responses = await Task.WhenAll(uploads);
        var accepted = await Task.WhenAll(responses.Select(IntakeFixture.ReadAsync<ImportResponse>));
        var ended = await Task.WhenAll(accepted.Select(import => intake.EndAsync(import.Id)));

        ended.ShouldAllBe(import => import.State == ImportState.Completed);
        ended.Sum(import => import.Imported).ShouldBe(534);
        ended.Sum(import => import.Unchanged).ShouldBe(3 * 534);
        (await intake.CountAsync()).ShouldBe(534);
    }
}
