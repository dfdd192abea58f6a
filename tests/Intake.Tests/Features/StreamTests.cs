using System.Net;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Imports;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.ServiceDefaults.Live;
using FlowPlatform.TestKit;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class StreamTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_streams_on_another_replica_Then_the_request_and_the_list_tell_of_a_triage_and_a_comment()
    {
        var second = intake.StartReplica();
        var request = await intake.SubmitAsync();
        await using var steps = await FollowAsync($"requests/{request.Id}", intake.Requester, second);
        await using var list = await FollowAsync("requests", intake.Member, second);

        var accept = new { decision = "Accept", teamId = intake.Team };
        await OkAsync(intake.PostAsync(intake.Member, $"/intake/requests/{request.Id}/triage", accept));

        (await NextAsync<RequestStep>(steps)).ShouldBe(new(request.Id, 2, RequestStatus.Triaged, 0));
        (await NextAsync<WorkChanged>(list)).At.ShouldBeGreaterThan(request.SubmittedAt.AddSeconds(-1));
        var words = new { text = "Which invoices?" };
        await OkAsync(intake.PostAsync(intake.Member, $"/intake/requests/{request.Id}/comments", words));
        (await NextAsync<RequestStep>(steps)).ShouldBe(new(request.Id, 2, RequestStatus.Triaged, 1));
    }

    [Fact]
    public async Task Given_a_new_request_Then_the_list_tells_of_it()
    {
        await using var list = await FollowAsync("requests", intake.Member);

        await intake.SubmitAsync();

        (await NextAsync<WorkChanged>(list)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_last_event_id_Then_how_the_request_stands_is_told_at_once()
    {
        var request = await intake.SubmitAsync();

        await using var steps = await FollowAsync($"requests/{request.Id}", intake.Requester, lastEventId: 1);

        (await NextAsync<RequestStep>(steps)).ShouldBe(new(request.Id, 1, RequestStatus.Submitted, 0));
    }

    [Fact]
    public async Task Given_an_import_worked_on_by_any_replica_Then_its_stream_ends_with_its_end_and_the_list_tells_of_it()
    {
        var second = intake.StartReplica();
        await using var list = await FollowAsync("imports", intake.Member, second);
        var response = await intake.SendFileAsync(IntakeFixture.Log, "profile=servicenow&source=streamed");
        var import = await IntakeFixture.ReadAsync<ImportResponse>(response);
        await using var progress = await FollowAsync($"imports/{import.Id}", intake.Member, second);

        ImportResponse last;
        do
        {
            last = await NextAsync<ImportResponse>(progress);
        } while (!last.IsEnded);

        (last.State, last.Imported).ShouldBe((ImportState.Completed, 534));
        (await progress.MoveNextAsync()).ShouldBeFalse();
        (await NextAsync<WorkChanged>(list)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_what_is_not_theirs_or_not_there_Then_there_is_nothing_to_follow()
    {
        var request = await intake.SubmitAsync();
        var stranger = intake.ClientFor(TestPerson.Requester(intake.Treasury));

        foreach (var path in new[] { $"requests/{request.Id}", $"requests/{Guid.Empty}", $"imports/{Guid.Empty}" })
        {
            using var answer = await stranger.GetAsync(new Uri($"/intake/{path}/events", UriKind.Relative), Ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static async Task OkAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Ct));
    }

    private static Task<T> NextAsync<T>(EventStream events) => events.NextAsync<T>(IntakeFixture.Json);

    private Task<EventStream> FollowAsync(string what, TestPerson by, int replica = 0, long? lastEventId = null) =>
        EventStream.OpenAsync(intake.ClientFor(by, replica), $"/intake/{what}/events", lastEventId);
}
