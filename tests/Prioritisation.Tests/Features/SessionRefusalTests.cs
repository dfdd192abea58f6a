using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.TestKit;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class SessionRefusalTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    [Fact]
    public async Task Given_members_of_the_delivering_team_Then_every_voice_is_refused_as_recused()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.OpenAsync();
        var known = scene.Customers[0].Representative;
        // The token is older than the membership, or the other way round: either is enough.
        var inTheCopy = scene.Member with
        {
            Teams = [],
            Customers = [(scene.Customers[0].Id, "stakeholder")],
        };
        var inTheToken = known with { Teams = [(scene.TeamId, "member")] };

        foreach (var person in new[] { scene.Member, scene.Lead, inTheCopy, inTheToken })
        {
            var customer = scene.Customers[0];
            await ShouldBeAsync(await scene.CastAsync(id, person, customer.Options[0]), "team-recused");
            await ShouldBeAsync(await scene.PostAsync(person, $"sessions/{id}/consents"), "team-recused");
            var objection = new { reason = "why" };
            await ShouldBeAsync(await scene.PostAsync(person, $"sessions/{id}/objections", objection), "team-recused");
            var proposal = new { optionIds = customer.Options, reason = "why" };
            await ShouldBeAsync(await scene.PostAsync(person, $"sessions/{id}/proposals", proposal), "team-recused");
        }

        (await scene.SeeAsync(id, scene.Member)).IAmRecused.ShouldBeTrue();
    }

    [Fact]
    public async Task Given_deputies_other_stakeholders_and_administrators_Then_none_of_them_ranks()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.OpenAsync();
        var (customer, option) = (scene.Customers[0], scene.Customers[0].Options[0]);
        var colleague = TestPerson.Stakeholder(customer.Id);

        await ShouldBeAsync(await scene.CastAsync(id, customer.Deputy, option), "representative-present");
        await ShouldBeAsync(await scene.CastAsync(id, colleague, option), "not-representative");
        await ShouldBeAsync(await scene.CastAsync(id, TestPerson.Admin(), option), "not-representative");
        var forAnother = new { ranking = new[] { new[] { option } }, customerId = scene.Customers[1].Id };
        var wrong = await scene.PostAsync(customer.Representative, $"sessions/{id}/ballots", forAnother);
        await ShouldBeAsync(wrong, "not-representative");
    }

    [Fact]
    public async Task Given_an_absent_representative_Then_the_deputy_speaks_and_the_representative_does_not()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.OpenAsync();
        var (customer, option) = (scene.Customers[0], scene.Customers[0].Options[0]);
        var absence = new { personId = customer.Representative.Id, reason = "ill" };

        await ShouldBeAsync(
            await scene.PostAsync(customer.Deputy, $"sessions/{id}/absences", absence),
            "not-facilitator"
        );
        (await scene.PostAsync(scene.Lead, $"sessions/{id}/absences", absence)).EnsureSuccessStatusCode();

        await ShouldBeAsync(await scene.CastAsync(id, customer.Representative, option), "marked-absent");
        (await scene.CastAsync(id, customer.Deputy, option)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Given_an_admin_as_facilitator_Then_only_the_admin_reveals_and_has_no_vote()
    {
        var scene = await Scene.SetAsync(fixture);
        var admin = TestPerson.Admin();
        using var opened = await scene.PostAsync(admin, "sessions", new { boardId = scene.BoardId });
        var id = Guid.Parse(opened.Headers.Location!.ToString().Split('/')[^1]);
        (await scene.CastAsync(id, scene.Customers[0].Representative)).EnsureSuccessStatusCode();

        await ShouldBeAsync(await scene.CastAsync(id, admin), "facilitator-has-no-vote");
        await ShouldBeAsync(await scene.PostAsync(scene.Lead, $"sessions/{id}/reveal"), "not-facilitator");
        (await scene.PostAsync(admin, $"sessions/{id}/reveal")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await scene.SeeAsync(id, admin)).State.ShouldBe(SessionState.Deliberating);
    }

    [Fact]
    public async Task Given_bodies_that_are_wrong_Then_each_request_answers_400()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.DeliberatingAsync();
        var who = scene.Customers[0].Representative;
        (string Path, object Body)[] wrong =
        [
            ("ballots", new { }),
            ("ballots", new { ranking = "a" }),
            ("absences", new { }),
            ("proposals", new { reason = "why" }),
            ("proposals", new { optionIds = Array.Empty<Guid>(), reason = "why" }),
            ("proposals", new { optionIds = scene.Customers[0].Options }),
            ("proposals", new { optionIds = new[] { Guid.CreateVersion7() }, reason = "why" }),
            ("objections", new { }),
            ("objections", new { reason = new string('x', 2001) }),
            ("consents", new { proposal = "first" }),
            ("close", new { }),
            ($"objections/{Guid.CreateVersion7()}:resolve", new { }),
        ];

        foreach (var (path, body) in wrong)
        {
            using var response = await scene.PostAsync(who, $"sessions/{id}/{path}", body);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }
    }

    [Fact]
    public async Task Given_unknown_sessions_and_objections_Then_they_are_not_found()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.DeliberatingAsync();
        var who = scene.Customers[0].Representative;
        var nowhere = Guid.CreateVersion7();

        using var objection = await scene.PostAsync(who, $"sessions/{id}/objections/{nowhere}:withdraw");
        using var session = await scene.PostAsync(who, $"sessions/{nowhere}/consents");
        using var read = await scene.As(who).GetAsync(new Uri($"/prioritisation/sessions/{nowhere}", UriKind.Relative));

        (await Scene.CodeOf(objection)).ShouldBe("objection-not-found");
        (await Scene.CodeOf(session)).ShouldBe("session-not-found");
        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Given_a_stale_version_Then_a_proposal_against_it_is_refused_and_a_fresh_one_is_taken()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.DeliberatingAsync();
        var who = scene.As(scene.Customers[0].Representative);
        var path = $"/prioritisation/sessions/{id}/proposals";
        var body = new { optionIds = new[] { scene.Customers[0].Options[0] }, reason = "start small" };
        who.DefaultRequestHeaders.IfMatch.ParseAdd("\"1\"");

        using var stale = await who.PostAsJsonAsync(path, body);
        who.DefaultRequestHeaders.IfMatch.Clear();
        using var fresh = await who.PostAsJsonAsync(path, body);

        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        fresh.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await scene.SeeAsync(id, scene.Lead)).Proposals.Select(p => p.Number).ShouldBe([1, 2]);
    }

    private static async Task ShouldBeAsync(HttpResponseMessage response, string code)
    {
        using (response)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await Scene.CodeOf(response)).ShouldBe(code);
        }
    }
}
