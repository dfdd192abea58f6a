using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Features.AccessTokens;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class AccessTokenTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Path = "/identity/me/access-tokens";

    [Fact]
    public async Task Given_a_new_token_Then_it_is_exchanged_for_one_of_its_scopes_and_the_day_is_noted()
    {
        using var lena = await identity.SignedInAsync("lena");
        var created = await CreateAsync(lena, "pipeline", "board:read", "board:write");

        created.Secret.ShouldStartWith("fp_pat_");
        var exchanged = await ExchangeAsync(created.Secret);

        var token = new JsonWebToken(exchanged.AccessToken);
        token
            .Claims.Where(claim => claim.Type == "scope")
            .Select(claim => claim.Value)
            .ShouldBe(["board:read", "board:write"]);
        token.Subject.ShouldBe(DemoOrganisation.Person(11).ToString());
        exchanged.RefreshToken.ShouldBeNull();
        exchanged.ExpiresIn.ShouldBe(600);
        var listed = await lena.GetFromJsonAsync<Page<AccessTokenResponse>>(new Uri(Path, UriKind.Relative));
        listed!.Items.Single(known => known.Id == created.Token.Id).LastUsedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_a_scope_Then_only_what_it_covers_is_allowed()
    {
        using var ada = await identity.SignedInAsync("ada");
        using var reader = identity.With(
            (await ExchangeAsync((await CreateAsync(ada, "r", "identity:read")).Secret)).AccessToken
        );
        using var writer = identity.With(
            (await ExchangeAsync((await CreateAsync(ada, "w", "identity:write")).Secret)).AccessToken
        );
        using var other = identity.With(
            (await ExchangeAsync((await CreateAsync(ada, "o", "board:write")).Secret)).AccessToken
        );

        (await reader.GetAsync("/identity/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.PostAsync("/identity/functions", new { name = "Read Only" })).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await writer.PostAsync("/identity/functions", new { name = "Written" })).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );
        (await other.GetAsync("/identity/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Given_an_access_token_Then_it_cannot_give_itself_more()
    {
        using var ada = await identity.SignedInAsync("ada");
        var all = await ExchangeAsync((await CreateAsync(ada, "everything", "all")).Secret);
        using var client = identity.With(all.AccessToken);

        using var another = await client.PostAsync(Path, Request("another", "all"));
        using var roles = await client.PutAsync(
            $"/identity/people/{DemoOrganisation.Person(12)}/roles",
            new { roles = new[] { "admin" } }
        );
        using var reset = await client.PostAsync($"/identity/people/{DemoOrganisation.Person(12)}/password-resets");
        using var rotated = await client.PostAsync("/identity/keys:rotate", new { reason = "leaked token" });
        using var password = await client.PutAsync(
            "/identity/me/password",
            new { currentPassword = IdentityFixture.Password, newPassword = "another password" }
        );

        foreach (var answer in new[] { another, roles, reset, rotated, password })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await answer.CodeAsync()).ShouldBe("identity.personal-access-token-refused");
        }

        (await client.GetAsync("/identity/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_a_revoked_expired_or_unknown_token_Then_the_exchange_is_refused()
    {
        using var max = await identity.SignedInAsync("max");
        var revoked = await CreateAsync(max, "revoked", "all");
        var expired = await CreateAsync(max, "expired", "all");
        (await max.DeleteAsync($"{Path}/{revoked.Token.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await identity.ReadAsync(db =>
            db.AccessTokens.Where(token => token.Id == expired.Token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.ExpiresAt, token => token.CreatedAt))
        );

        foreach (var secret in new[] { revoked.Secret, expired.Secret, "fp_pat_unknown" })
        {
            using var answer = await identity.TryGrantAsync(
                new { grantType = "personal-access-token", token = secret }
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await answer.CodeAsync()).ShouldBe("identity.access-token-invalid");
        }
    }

    [Fact]
    public async Task Given_a_deactivated_person_Then_their_tokens_are_void_for_good()
    {
        using var omar = await identity.SignedInAsync("omar");
        using var ada = await identity.SignedInAsync("ada");
        var created = await CreateAsync(omar, "pipeline", "all");

        await ada.PostAsync($"/identity/people/{DemoOrganisation.Person(14)}:deactivate");
        using var closed = await identity.TryGrantAsync(
            new { grantType = "personal-access-token", token = created.Secret }
        );
        await ada.PostAsync($"/identity/people/{DemoOrganisation.Person(14)}:reactivate");
        using var reopened = await identity.TryGrantAsync(
            new { grantType = "personal-access-token", token = created.Secret }
        );

        closed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        reopened.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_somebody_elses_token_Then_it_is_not_found()
    {
        using var mia = await identity.SignedInAsync("mia");
        using var tess = await identity.SignedInAsync("tess");
        var created = await CreateAsync(mia, "mine", "all");

        using var answer = await tess.DeleteAsync($"{Path}/{created.Token.Id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ExchangeAsync(created.Secret)).AccessToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Given_an_idempotency_key_Then_the_secret_is_not_kept_to_be_given_again()
    {
        using var tess = await identity.SignedInAsync("tess");
        tess.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var expiresAt = TimeProvider.System.GetUtcNow().AddDays(1);

        using var first = await tess.PostAsync(
            Path,
            new
            {
                name = "key",
                scopes = new[] { "all" },
                expiresAt,
            }
        );
        var secret = (await first.Content.ReadFromJsonAsync<CreatedAccessTokenResponse>())!.Secret;

        var answers = await identity.ReadAsync(db =>
            db.Database.SqlQuery<byte[]>($"SELECT body AS \"Value\" FROM idempotent_answer WHERE body IS NOT NULL")
                .ToListAsync()
        );
        answers.ShouldAllBe(body => !System.Text.Encoding.UTF8.GetString(body).Contains(secret));
    }

    [Theory]
    [InlineData("identity.scope-unknown", 10, "board:admin")]
    [InlineData("identity.access-token-lifetime", 400, "all")]
    [InlineData("identity.access-token-lifetime", -1, "all")]
    public async Task Given_a_bad_scope_or_lifetime_Then_it_is_refused(string code, int days, string scope)
    {
        using var lia = await identity.SignedInAsync("lia");
        var expiresAt = TimeProvider.System.GetUtcNow().AddDays(days);

        using var answer = await lia.PostAsync(
            Path,
            new
            {
                name = "bad",
                scopes = new[] { scope },
                expiresAt,
            }
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).ShouldBe(code);
    }

    private static object Request(string name, params string[] scopes) =>
        new
        {
            name,
            scopes,
            expiresAt = TimeProvider.System.GetUtcNow().AddDays(30),
        };

    private static async Task<CreatedAccessTokenResponse> CreateAsync(
        HttpClient client,
        string name,
        params string[] scopes
    )
    {
        using var answer = await client.PostAsync(Path, Request(name, scopes));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<CreatedAccessTokenResponse>())!;
    }

    private async Task<TokenResponse> ExchangeAsync(string secret)
    {
        using var answer = await identity.TryGrantAsync(new { grantType = "personal-access-token", token = secret });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<TokenResponse>())!;
    }
}
