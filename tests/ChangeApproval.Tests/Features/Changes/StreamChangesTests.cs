using System.Net;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.ServiceDefaults.Live;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

public sealed class StreamChangesTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly Story _story = new(fixture);

    [Fact]
    public async Task Given_streams_on_another_replica_Then_the_change_and_the_list_tell_of_an_approval()
    {
        var second = fixture.StartReplica();
        var (rita, alex) = (_story.Member("Rita"), _story.Member("Alex"));
        var change = (await _story.RaiseAsync(rita)).Change.Id;
        var other = (await _story.RaiseAsync(rita)).Change.Id;
        await using var one = await FollowAsync($"/changes/{change}/events", rita, second);
        await using var list = await FollowAsync("/changes/events", rita, second);
        await using var silent = await FollowAsync($"/changes/{other}/events", rita, second);

        await (await _story.ApproveAsync(alex, change)).ReadAsync<ChangeResponse>();

        var told = await NextAsync(one);
        told.ShouldNotBeNull();
        (await NextAsync(list)).At.ShouldBeInRange(told.At.AddSeconds(-30), told.At.AddSeconds(30));
        // What is told of the other comes from its own act alone: the first event is not the approval above.
        var before = TimeProvider.System.GetUtcNow();
        await (await _story.ApproveAsync(alex, other)).ReadAsync<ChangeResponse>();
        (await NextAsync(silent)).At.ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public async Task Given_last_event_id_Then_something_may_have_been_missed_and_is_told_at_once()
    {
        var rita = _story.Member("Rita");
        var change = (await _story.RaiseAsync(rita)).Change.Id;

        await using var one = await FollowAsync($"/changes/{change}/events", rita, lastEventId: 1);

        (await NextAsync(one)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_an_act_that_is_refused_Then_nothing_is_told_until_one_is_not()
    {
        var (rita, alex) = (_story.Member("Rita"), _story.Member("Alex"));
        var change = (await _story.RaiseAsync(rita)).Change.Id;
        await using var one = await FollowAsync($"/changes/{change}/events", rita);

        (await _story.ApproveAsync(rita, change)).IsSuccessStatusCode.ShouldBeFalse();
        var before = TimeProvider.System.GetUtcNow();
        await (await _story.ApproveAsync(alex, change)).ReadAsync<ChangeResponse>();

        (await NextAsync(one)).At.ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public async Task Given_no_such_change_Then_there_is_nothing_to_follow()
    {
        var uri = new Uri($"/changes/{Guid.CreateVersion7()}/events", UriKind.Relative);

        using var answer = await fixture
            .ClientFor(_story.Member("Rita"))
            .GetAsync(uri, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<WorkChanged> NextAsync(EventStream events) =>
        events.NextAsync<WorkChanged>(ChangesFixture.Json);

    private Task<EventStream> FollowAsync(string path, TestPerson by, int replica = 0, long? lastEventId = null) =>
        EventStream.OpenAsync(fixture.ClientFor(by, replica), path, lastEventId);
}
