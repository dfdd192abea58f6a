using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.Prioritisation.Features.Options;
using FlowPlatform.Prioritisation.Features.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class OpenSessionTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    [Fact]
    public async Task Given_free_slots_and_options_Then_a_lead_opens_and_everybody_is_told()
    {
        var scene = await Scene.SetAsync(fixture, slots: 3);

        var id = await scene.OpenAsync();

        var session = await scene.SeeAsync(id, scene.Lead);
        (session.State, session.Slots, session.IAmFacilitator).ShouldBe((SessionState.Open, 3, true));
        session.Options.Count.ShouldBe(4);
        session.Options.ShouldAllBe(option => option.WaitingDays == 10 && option.CustomerName == "Treasury");
        session.Participants.Select(p => p.Budget).ShouldBe(["3/2", "3/2"]);
        await fixture.Messages.ArrivesAsync<SessionOpened>(m => m.SessionId == id);
        await fixture.Messages.ArrivesAsync<AuditFactRecorded>(fact =>
            fact.SubjectId == id && fact.Action == "SessionOpened"
        );
    }

    [Fact]
    public async Task Given_the_wrong_person_board_or_body_Then_it_is_refused()
    {
        var scene = await Scene.SetAsync(fixture);
        var body = new { boardId = scene.BoardId };

        await ShouldBeAsync(scene, scene.Member, body, HttpStatusCode.Forbidden, "not-team-lead");
        var representative = scene.Customers[0].Representative;
        await ShouldBeAsync(scene, representative, body, HttpStatusCode.Forbidden, "not-team-lead");
        var unknown = new { boardId = Guid.CreateVersion7() };
        await ShouldBeAsync(scene, scene.Lead, unknown, HttpStatusCode.NotFound, "board-not-found");
        var strange = new { boardId = scene.BoardId, optionIds = new[] { Guid.CreateVersion7() } };
        await ShouldBeAsync(scene, scene.Lead, strange, HttpStatusCode.Conflict, "option-not-eligible");
        var mandated = new { boardId = scene.BoardId, facilitatorId = representative.Id };
        await ShouldBeAsync(scene, scene.Lead, mandated, HttpStatusCode.Conflict, "facilitator-has-mandate");
        using var empty = await scene.PostAsync(scene.Lead, "sessions", new { });
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var brief = await scene.PostAsync(scene.Lead, "sessions", new { body.boardId, timeLimitMinutes = 1 });
        brief.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_no_free_slots_Then_there_is_nothing_to_open()
    {
        var scene = await Scene.SetAsync(fixture, slots: 0);

        var body = new { boardId = scene.BoardId };
        await ShouldBeAsync(scene, scene.Lead, body, HttpStatusCode.Conflict, "no-free-slots");
    }

    [Fact]
    public async Task Given_many_openings_at_once_Then_exactly_one_session_is_open()
    {
        var scene = await Scene.SetAsync(fixture);
        var second = fixture.StartReplica();
        var body = new { boardId = scene.BoardId };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => scene.PostAsync(scene.Lead, "sessions", body, i % 2 == 0 ? 0 : second))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            (await Scene.CodeOf(refused)).ShouldBe("session-already-open");
        }
    }

    [Fact]
    public async Task Given_a_session_past_its_time_limit_Then_it_is_expired_for_every_reader_and_another_can_be_opened()
    {
        var scene = await Scene.SetAsync(fixture);
        var old = await scene.OpenAsync();
        try
        {
            fixture.Clock.Shift = TimeSpan.FromDays(1);

            (await scene.SeeAsync(old, scene.Lead)).State.ShouldBe(SessionState.Expired);
            var customer = scene.Customers[0];
            using var late = await scene.CastAsync(old, customer.Representative, customer.Options[0]);
            (await Scene.CodeOf(late)).ShouldBe("session-expired");
            (await scene.OpenAsync()).ShouldNotBe(old);
        }
        finally
        {
            fixture.Clock.Shift = TimeSpan.Zero;
        }

        (await scene.SeeAsync(old, scene.Lead)).EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_sessions_of_a_board_Then_they_are_listed_newest_first_paged_and_by_state()
    {
        var scene = await Scene.SetAsync(fixture);
        List<Guid> ids = [];
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await scene.OpenAsync());
            var closed = await scene.PostAsync(scene.Lead, $"sessions/{ids[i]}/close", new { reason = "practice" });
            closed.EnsureSuccessStatusCode();
        }

        ids.Add(await scene.OpenAsync());
        ids.Reverse();

        var first = await ListAsync(scene, "limit=3");
        var rest = await ListAsync(scene, $"limit=3&cursor={first.Next}");
        var open = await ListAsync(scene, "state=Open");
        var ended = await ListAsync(scene, "state=NotAgreed");

        first.Items.Concat(rest.Items).Select(session => session.Id).ShouldBe(ids);
        rest.Next.ShouldBeNull();
        open.Items.Select(session => session.Id).ShouldBe([ids[0]]);
        ended.Items.Select(session => session.Id).ShouldBe(ids.Skip(1));
    }

    [Fact]
    public async Task Given_a_board_with_room_Then_it_is_listed_with_it()
    {
        var scene = await Scene.SetAsync(fixture, slots: 4);

        var boards = await scene
            .As(scene.Lead)
            .GetFromJsonAsync<List<BoardRoomView>>($"/prioritisation/boards?teamId={scene.TeamId}", Scene.Json);

        var board = boards!.Single();
        (board.BoardId, board.FreeSlots, board.Name).ShouldBe((scene.BoardId, 4, "Finance systems"));
    }

    private static async Task<Page<SessionSummary>> ListAsync(Scene scene, string query)
    {
        var path = $"/prioritisation/sessions?boardId={scene.BoardId}&{query}";
        return (await scene.As(scene.Lead).GetFromJsonAsync<Page<SessionSummary>>(path, Scene.Json))!;
    }

    private static async Task ShouldBeAsync(
        Scene scene,
        TestPerson who,
        object body,
        HttpStatusCode status,
        string code
    )
    {
        using var response = await scene.PostAsync(who, "sessions", body);
        response.StatusCode.ShouldBe(status);
        (await Scene.CodeOf(response)).ShouldBe(code);
    }
}
