using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Sessions;
using FlowPlatform.Identity.Features.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class RefreshTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Given_an_unused_token_Then_it_is_exchanged_for_the_next_and_the_end_stays()
    {
        var first = await identity.SignInAsync("anna");

        using var answer = await RefreshAsync(first.RefreshToken!);

        var second = (await answer.Content.ReadFromJsonAsync<TokenResponse>())!;
        second.RefreshToken.ShouldNotBe(first.RefreshToken);
        second.RefreshExpiresIn!.Value.ShouldBeLessThanOrEqualTo(first.RefreshExpiresIn!.Value);
        new JsonWebToken(second.AccessToken).Subject.ShouldBe(DemoOrganisation.Person(21).ToString());
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Given_a_used_token_Then_the_whole_family_ends_and_the_fact_is_recorded()
    {
        var first = await identity.SignInAsync("aaron");
        using var answer = await RefreshAsync(first.RefreshToken!);
        var second = (await answer.Content.ReadFromJsonAsync<TokenResponse>())!;

        using var reused = await RefreshAsync(first.RefreshToken!);

        reused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await reused.CodeAsync()).ShouldBe("identity.refresh-token-reused");
        using var after = await RefreshAsync(second.RefreshToken!);
        after.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await after.CodeAsync()).ShouldBe("identity.refresh-token-invalid");
        var family = await FamilyOfAsync(DemoOrganisation.Person(22));
        family.RevokedBecause.ShouldBe(RevocationReason.TokenReused);
        await identity.Messages.ArrivesAsync<AuditFactRecorded>(fact => fact.Action == "session.refresh-token-reused");
    }

    [Fact]
    public async Task Given_many_requests_with_one_token_at_once_Then_exactly_one_wins()
    {
        identity.StartReplica();
        for (var round = 0; round < 5; round++)
        {
            var tokens = await identity.SignInAsync("theo");

            var answers = await Task.WhenAll(
                Enumerable.Range(0, 12).Select(i => RefreshAsync(tokens.RefreshToken!, replica: i % 2))
            );

            answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
            answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(11);
            var successors = await identity.ReadAsync(db =>
                db.RefreshTokens.CountAsync(token =>
                    token.UsedAt == null
                    && db.RefreshFamilies.Any(family =>
                        family.Id == token.FamilyId && family.PersonId == DemoOrganisation.Person(31)
                    )
                )
            );
            successors.ShouldBe(round + 1, "one unused token for each sign-in");
        }
    }

    [Fact]
    public async Task Given_a_revoked_session_Then_its_token_is_refused()
    {
        var tokens = await identity.SignInAsync("tara");
        using var anonymous = identity.ClientFor(null);

        using var revoked = await anonymous.PostAsync("/identity/tokens/revoke", new { tokens.RefreshToken });
        using var unknown = await anonymous.PostAsync("/identity/tokens/revoke", new { RefreshToken = "fp_rt_x" });

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var answer = await RefreshAsync(tokens.RefreshToken!);
        (await answer.CodeAsync()).ShouldBe("identity.refresh-token-invalid");
        (await FamilyOfAsync(DemoOrganisation.Person(32))).RevokedBecause.ShouldBe(RevocationReason.SignedOut);
    }

    [Fact]
    public async Task Given_an_expired_family_Then_its_token_is_refused()
    {
        var tokens = await identity.SignInAsync("toni");
        var personId = DemoOrganisation.Person(33);
        await identity.ReadAsync(db =>
            db.RefreshFamilies.Where(family => family.PersonId == personId)
                .ExecuteUpdateAsync(set => set.SetProperty(family => family.ExpiresAt, family => family.StartedAt))
        );

        using var answer = await RefreshAsync(tokens.RefreshToken!);

        (await answer.CodeAsync()).ShouldBe("identity.refresh-token-invalid");
    }

    [Fact]
    public async Task Given_a_deactivated_person_Then_neither_session_nor_password_is_good()
    {
        var tokens = await identity.SignInAsync("carl");
        using var admin = await identity.SignedInAsync("ada");

        using var closed = await admin.PostAsync($"/identity/people/{DemoOrganisation.Person(41)}:deactivate");

        closed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var refreshed = await RefreshAsync(tokens.RefreshToken!);
        refreshed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var signedIn = await identity.TryGrantAsync(
            new
            {
                grantType = "password",
                email = "carl@flow.example",
                password = IdentityFixture.Password,
            }
        );
        (await signedIn.CodeAsync()).ShouldBe("identity.sign-in-refused");

        // A reactivation does not bring the old session back.
        await admin.PostAsync($"/identity/people/{DemoOrganisation.Person(41)}:reactivate");
        using var late = await RefreshAsync(tokens.RefreshToken!);
        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await identity.SignInAsync("carl")).AccessToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Given_new_roles_Then_the_next_refresh_tells_them()
    {
        var tokens = await identity.SignInAsync("cleo");
        using var admin = await identity.SignedInAsync("ada");

        await admin.PutAsync(
            $"/identity/people/{DemoOrganisation.Person(42)}/roles",
            new { roles = new[] { "auditor" } }
        );

        using var answer = await RefreshAsync(tokens.RefreshToken!);
        var renewed = (await answer.Content.ReadFromJsonAsync<TokenResponse>())!;
        new JsonWebToken(renewed.AccessToken).GetClaim("role").Value.ShouldBe("auditor");
    }

    [Fact]
    public async Task Given_any_token_Then_the_database_holds_only_its_hash()
    {
        var tokens = await identity.SignInAsync("cora");

        var hash = Secret.HashOf(tokens.RefreshToken!);
        var stored = await identity.ReadAsync(db => db.RefreshTokens.AnyAsync(token => token.Hash == hash));

        stored.ShouldBeTrue();
        tokens.RefreshToken.ShouldStartWith("fp_rt_");
    }

    private Task<HttpResponseMessage> RefreshAsync(string refreshToken, int replica = 0) =>
        identity.TryGrantAsync(new { refreshToken, grantType = "refresh" }, replica);

    private Task<RefreshFamily> FamilyOfAsync(Guid personId) =>
        identity.ReadAsync(db => db.RefreshFamilies.SingleAsync(family => family.PersonId == personId));
}
