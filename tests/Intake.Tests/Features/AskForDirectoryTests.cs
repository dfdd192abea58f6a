using System.Net;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Intake.Data;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Tests.Features;

/// <summary>Intake without the organisation that the other tests begin with.</summary>
public sealed class EmptyIntakeFixture() : ServiceFixture<Program>("intake");

public sealed class AskForDirectoryTests(EmptyIntakeFixture fixture) : IClassFixture<EmptyIntakeFixture>
{
    [Fact]
    public async Task Given_a_start_Then_identity_is_told_what_is_copied_and_an_empty_service_is_not_ready()
    {
        var first = await AskedAsync(1);
        first.Service.ShouldBe("intake");
        first.People.ShouldBe(new CopiedSoFar(0, 0));
        first.Customers.ShouldBe(new CopiedSoFar(0, 0));
        (await ReadinessAsync(0)).ShouldBe(HttpStatusCode.ServiceUnavailable);

        await TellAsync(version: 3);
        await TellAsync(version: 4);
        await Eventually.Holds(() => CopiedAsync(2), "both people are known");
        (await ReadinessAsync(0)).ShouldBe(HttpStatusCode.OK);
        fixture.StartReplica();

        var second = await AskedAsync(2);
        second.People.ShouldBe(new CopiedSoFar(2, 7));
        second.Teams.ShouldBe(new CopiedSoFar(0, 0));
    }

    private Task TellAsync(long version)
    {
        var (id, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        return fixture.Messages.PublishAsync(
            new PersonChanged(id, version, "Nora", $"{id}@flow.example", null, false, true, [], now, id)
        );
    }

    private async Task<DirectoryRequested> AskedAsync(int times)
    {
        await Eventually.Holds(
            () => Task.FromResult(fixture.Messages.Published<DirectoryRequested>().Count == times),
            "the question to Identity"
        );
        return fixture.Messages.Published<DirectoryRequested>()[times - 1];
    }

    private Task<bool> CopiedAsync(int people) =>
        fixture.WithDatabaseAsync<IntakeDbContext, bool>(async db => await db.People.CountAsync() == people);

    private async Task<HttpStatusCode> ReadinessAsync(int replica)
    {
        using var client = fixture.ClientFor(null, replica);
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.StatusCode;
    }
}
