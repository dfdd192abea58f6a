using System.Net;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;
using FlowPlatform.TestKit;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class TeamTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Given_a_new_team_Then_people_come_and_go_and_each_change_is_told()
    {
        using var admin = await identity.SignedInAsync("ada");
        using var formed = await admin.PostAsync(
            "/identity/teams",
            new
            {
                key = "TX",
                name = "Tax",
                function = "Finance",
            }
        );
        formed.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await formed.JsonAsync()).GetProperty("id").GetGuid();
        var person = DemoOrganisation.Person(53);

        await admin.PutAsync($"/identity/teams/{id}/members/{person}", new { role = "member" });
        using var promoted = await admin.PutAsync($"/identity/teams/{id}/members/{person}", new { role = "lead" });
        new JsonWebToken((await identity.SignInAsync("moritz")).AccessToken).Claims.ShouldContain(c =>
            c.Value == $"{id}:lead"
        );
        using var repeated = await admin.PutAsync($"/identity/teams/{id}/members/{person}", new { role = "lead" });
        using var released = await admin.DeleteAsync($"/identity/teams/{id}/members/{person}");
        using var missing = await admin.DeleteAsync($"/identity/teams/{id}/members/{person}");

        promoted.Headers.ETag!.Tag.ShouldBe("\"3\"");
        repeated.Headers.ETag!.Tag.ShouldBe("\"3\"", "nothing changed");
        released.Headers.ETag!.Tag.ShouldBe("\"4\"");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Eventually.Holds(() => Task.FromResult(Told(id).Count == 4), "four events");
        Told(id).Select(team => team.Version).ShouldBe([1, 2, 3, 4]);
        Told(id)[2].Members.ShouldBe([new TeamMember(person, "lead")]);
        Told(id)[3].Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_an_inactive_team_Then_it_gives_no_rights_and_its_people_stay()
    {
        using var admin = await identity.SignedInAsync("ada");
        var path = $"/identity/teams/{DemoOrganisation.LegalOperationsTeam}";
        await identity.SignInAsync("lotte");

        using var ended = await admin.PostAsync($"{path}:deactivate");
        using var nobody = await identity.SignedInAsync("lotte");
        using var refused = await admin.PutAsync(
            $"{path}/members/{DemoOrganisation.Person(11)}",
            new { role = "member" }
        );

        (await nobody.GetAsync("/identity/me")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.CodeAsync()).ShouldBe("identity.team-inactive");
        using var resumed = await admin.PostAsync($"{path}:reactivate");
        (await resumed.JsonAsync()).GetProperty("members").GetArrayLength().ShouldBe(4);
        using var lotte = await identity.SignedInAsync("lotte");
        (await lotte.GetAsync("/identity/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_a_taken_key_an_unknown_team_or_person_Then_it_is_refused()
    {
        using var admin = await identity.SignedInAsync("ada");
        var team = $"/identity/teams/{DemoOrganisation.MarketingAnalyticsTeam}";

        using var taken = await admin.PostAsync("/identity/teams", new { key = "FS", name = "Other" });
        using var invalid = await admin.PostAsync("/identity/teams", new { key = "f-s", name = "Other" });
        using var retaken = await admin.PutAsync(team, new { key = "FS", name = "Marketing Analytics" });
        using var person = await admin.PutAsync($"{team}/members/{Guid.CreateVersion7()}", new { role = "member" });
        using var unknown = await admin.GetAsync($"/identity/teams/{Guid.CreateVersion7()}");

        (await taken.CodeAsync()).ShouldBe("identity.team-key-taken");
        (await invalid.CodeAsync()).ShouldBe("identity.team-key-invalid");
        (await retaken.CodeAsync()).ShouldBe("identity.team-key-taken");
        (await person.CodeAsync()).ShouldBe("identity.person-unknown");
        (await unknown.CodeAsync()).ShouldBe("identity.team-not-found");
    }

    [Fact]
    public async Task Given_parallel_changes_of_one_team_Then_none_is_lost()
    {
        using var admin = await identity.SignedInAsync("ada");
        using var formed = await admin.PostAsync("/identity/teams", new { key = "PAR", name = "Parallel" });
        var id = (await formed.JsonAsync()).GetProperty("id").GetGuid();

        var answers = await Task.WhenAll(
            new[] { 21, 22, 23, 31, 32, 33 }.Select(number =>
                admin.PutAsync(
                    $"/identity/teams/{id}/members/{DemoOrganisation.Person(number)}",
                    new { role = "member" }
                )
            )
        );

        var done = answers.Count(answer => answer.StatusCode == HttpStatusCode.OK);
        done.ShouldBeGreaterThan(0);
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.Conflict);
        var team = await (await admin.GetAsync($"/identity/teams/{id}")).JsonAsync();
        team.GetProperty("members").GetArrayLength().ShouldBe(done);
        team.GetProperty("version").GetInt64().ShouldBe(1 + done);
    }

    private List<TeamChanged> Told(Guid id) =>
        [.. identity.Messages.Published<TeamChanged>().Where(team => team.TeamId == id)];
}
