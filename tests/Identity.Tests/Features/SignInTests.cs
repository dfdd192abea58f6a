using System.Net;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class SignInTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Given_the_right_password_Then_the_token_tells_the_persons_memberships()
    {
        var tokens = await identity.SignInAsync("lena");

        var token = new JsonWebToken(tokens.AccessToken);
        token.Alg.ShouldBe("ES256");
        token.Issuer.ShouldBe(IdentityFixture.Issuer);
        token.Audiences.ShouldBe(["flowplatform"]);
        token.Subject.ShouldBe(DemoOrganisation.Person(11).ToString());
        token.GetClaim("team").Value.ShouldBe($"{DemoOrganisation.FinanceSystemsTeam}:lead");
        token.Claims.ShouldNotContain(claim => claim.Type == "scope");
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(10));
        tokens.ExpiresIn.ShouldBe(600);
        tokens.TokenType.ShouldBe("Bearer");
        tokens.RefreshExpiresIn!.Value.ShouldBeInRange((14 * 24 * 3600) - 5, 14 * 24 * 3600);
    }

    [Fact]
    public async Task Given_a_representative_Then_the_token_names_the_customer()
    {
        var token = new JsonWebToken((await identity.SignInAsync("anna")).AccessToken);

        token.GetClaim("customer").Value.ShouldBe($"{DemoOrganisation.Accounting}:stakeholder");
    }

    [Fact]
    public async Task Given_a_token_Then_me_answers_with_it()
    {
        using var client = await identity.SignedInAsync("theo");

        var me = await (await client.GetAsync("/identity/me")).JsonAsync();

        me.GetProperty("email").GetString().ShouldBe("theo@flow.example");
        var treasury = me.GetProperty("customers").EnumerateArray().Single();
        treasury.GetProperty("name").GetString().ShouldBe("Treasury");
        treasury.GetProperty("isRepresentative").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Given_wrong_password_or_unknown_address_Then_the_answers_are_the_same()
    {
        using var wrong = await identity.TryGrantAsync(
            new
            {
                grantType = "password",
                email = "mia@flow.example",
                password = "not her password",
            }
        );
        using var unknown = await identity.TryGrantAsync(
            new
            {
                grantType = "password",
                email = "nobody@flow.example",
                password = "not her password",
            }
        );

        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await wrong.CodeAsync()).ShouldBe("identity.sign-in-refused");
        unknown.StatusCode.ShouldBe(wrong.StatusCode);
        WithoutTrace(await unknown.Content.ReadAsStringAsync())
            .ShouldBe(WithoutTrace(await wrong.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Given_the_seed_Then_its_events_tell_every_person_team_and_customer()
    {
        await Eventually.Holds(
            () => Task.FromResult(identity.Messages.Published<CustomerChanged>().Count >= 3),
            "the demo organisation's events"
        );

        identity.Messages.Published<PersonChanged>().Count.ShouldBe(DemoOrganisation.People.Count);
        var team = identity
            .Messages.Published<TeamChanged>()
            .Single(t => t.TeamId == DemoOrganisation.FinanceSystemsTeam);
        team.Members.Count(member => member.Role == "lead").ShouldBe(1);
        team.Members.Count.ShouldBe(5);
        team.Key.ShouldBe("FS");
        var accounting = identity
            .Messages.Published<CustomerChanged>()
            .Single(c => c.CustomerId == DemoOrganisation.Accounting);
        accounting.RepresentativeId.ShouldBe(DemoOrganisation.Person(21));
        accounting.DeputyId.ShouldBe(DemoOrganisation.Person(22));
    }

    [Fact]
    public async Task Given_a_second_start_Then_the_seed_is_not_sown_again()
    {
        identity.StartReplica();

        (await identity.ReadAsync(db => db.People.CountAsync())).ShouldBe(DemoOrganisation.People.Count);
    }

    private static string WithoutTrace(string problem)
    {
        var at = problem.IndexOf("\"traceId\"", StringComparison.Ordinal);
        return at < 0 ? problem : problem[..at];
    }
}
