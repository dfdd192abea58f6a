using System.Net;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.Prioritisation.Features.Sessions;
using FlowPlatform.TestKit;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class StreamSessionTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    [Fact]
    public async Task Given_a_stream_on_another_replica_Then_it_tells_of_a_ballot_with_the_version_that_can_be_read()
    {
        var second = fixture.StartReplica();
        var scene = await Scene.SetAsync(fixture);
        var session = await scene.OpenAsync();
        await using var steps = await OpenAsync(scene, session, second);

        var voter = scene.Customers[0];
        (await scene.CastAsync(session, voter.Representative, [.. voter.Options])).EnsureSuccessStatusCode();

        var step = await NextAsync(steps);
        var seen = await scene.SeeAsync(session, scene.Lead);
        step.ShouldBe(new(session, seen.Version, SessionState.Open));
        steps.Current.EventId.ShouldBe($"{seen.Version}");
        steps.Current.Data.ShouldNotContain(voter.Options[0].ToString());
    }

    [Fact]
    public async Task Given_last_event_id_Then_what_was_missed_is_told_at_once_and_then_nothing_twice()
    {
        var scene = await Scene.SetAsync(fixture);
        var session = await scene.OpenAsync();
        var before = (await scene.SeeAsync(session, scene.Lead)).Version;
        foreach (var customer in scene.Customers)
        {
            var cast = await scene.CastAsync(session, customer.Representative, [.. customer.Options]);
            cast.EnsureSuccessStatusCode();
        }

        await using var steps = await OpenAsync(scene, session, replica: 0, lastEventId: before);

        var step = await NextAsync(steps);
        var now = await scene.SeeAsync(session, scene.Lead);
        step.ShouldBe(new(session, now.Version, SessionState.Deliberating));
        using var closed = await scene.PostAsync(scene.Lead, $"sessions/{session}/close", new { reason = "tomorrow" });
        closed.EnsureSuccessStatusCode();
        (await NextAsync(steps)).ShouldBe(new(session, now.Version + 1, SessionState.NotAgreed));
    }

    [Fact]
    public async Task Given_an_act_that_is_refused_Then_the_stream_tells_only_of_the_next_one_that_is_not()
    {
        var scene = await Scene.SetAsync(fixture);
        var session = await scene.OpenAsync();
        await using var steps = await OpenAsync(scene, session, replica: 0);

        using var refused = await scene.CastAsync(session, scene.Member, [.. scene.Customers[0].Options]);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var closed = await scene.PostAsync(scene.Lead, $"sessions/{session}/close", new { reason = "tomorrow" });
        closed.EnsureSuccessStatusCode();

        (await NextAsync(steps)).State.ShouldBe(SessionState.NotAgreed);
    }

    [Fact]
    public async Task Given_no_such_session_Then_there_is_nothing_to_follow()
    {
        var scene = await Scene.SetAsync(fixture, slots: 1, customers: 1, wishes: 1);
        var uri = new Uri($"/prioritisation/sessions/{Guid.CreateVersion7()}/events", UriKind.Relative);

        using var answer = await scene.As(scene.Lead).GetAsync(uri, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<SessionStep> NextAsync(EventStream steps) => steps.NextAsync<SessionStep>(Scene.Json);

    private static Task<EventStream> OpenAsync(Scene scene, Guid session, int replica, long? lastEventId = null) =>
        EventStream.OpenAsync(scene.As(scene.Lead, replica), $"/prioritisation/sessions/{session}/events", lastEventId);
}
