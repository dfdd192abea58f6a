using FlowPlatform.ServiceDefaults.Messaging;
using FlowPlatform.TestKit;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class OutboxLeadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_lead_that_was_given_up_Then_another_replica_leads_at_once_and_nobody_before()
    {
        var servers = await TestServers.GetAsync();
        var database = await servers.CreateDatabaseAsync($"lead_{Guid.CreateVersion7():N}");
        await using var one = NpgsqlDataSource.Create(database);
        await using var other = NpgsqlDataSource.Create(database);
        var first = await OutboxLead.TakeAsync(one, Ct);
        var second = OutboxLead.TakeAsync(other, Ct);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Ct);
        second.IsCompleted.ShouldBeFalse("there is one lead a database");

        // Its session goes back to the pool unharmed, as after a broker that was away.
        await first.DisposeAsync();

        await using var lead = await second.WaitAsync(TimeSpan.FromSeconds(5), Ct);
    }
}
