using System.Net;
using FlowPlatform.Identity.Features.Keys;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class KeyRotationTests(KeyRotationTests.Quick identity) : IClassFixture<KeyRotationTests.Quick>
{
    public sealed class Quick : IdentityFixture
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(base.Settings, StringComparer.Ordinal)
            {
                ["SigningKeys:AnnounceFor"] = "00:00:10",
            };
    }

    [Fact]
    public async Task Given_a_start_Then_it_can_sign_before_it_takes_a_request()
    {
        var ring = ActivatorUtilities.CreateInstance<KeyRing>(identity.Services);
        using var keeper = ActivatorUtilities.CreateInstance<KeyKeeper>(identity.Services, ring);

        await keeper.StartAsync(TestContext.Current.CancellationToken);

        ring.CanSign.ShouldBeTrue();
        await keeper.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Given_a_rotation_Then_the_new_key_is_announced_first_and_old_tokens_stay_good()
    {
        using var admin = await identity.SignedInAsync("ada");
        var before = new JsonWebToken((await identity.SignInAsync("lena")).AccessToken);

        using var rotated = await admin.PostAsync("/identity/keys:rotate", new { reason = "yearly exercise" });

        var made = (await rotated.JsonAsync()).GetProperty("keyId").GetString()!;
        (await PublishedAsync()).ShouldContain(made, "announced before it signs");
        new JsonWebToken((await identity.SignInAsync("lena")).AccessToken).Kid.ShouldBe(before.Kid, "not yet signing");
        await Eventually.Holds(
            async () => new JsonWebToken((await identity.SignInAsync("lena")).AccessToken).Kid == made,
            "the new key signs"
        );
        (await PublishedAsync()).ShouldContain(before.Kid, "its tokens have not expired");
        using var withOld = identity.With(before.EncodedToken);
        (await withOld.GetAsync("/identity/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_a_compromised_key_Then_it_is_withdrawn_at_once_on_every_replica()
    {
        var replica = identity.StartReplica();
        using var admin = await identity.SignedInAsync("ada");
        var before = new JsonWebToken((await identity.SignInAsync("mia")).AccessToken);

        using var rotated = await admin.PostAsync(
            "/identity/keys:rotate",
            new { reason = "laptop lost", compromised = true }
        );

        rotated.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PublishedAsync()).ShouldNotContain(before.Kid);
        new JsonWebToken((await identity.SignInAsync("mia")).AccessToken).Kid.ShouldNotBe(before.Kid);
        using var withOld = identity.With(before.EncodedToken);
        (await withOld.GetAsync("/identity/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Eventually.Holds(
            async () =>
                new JsonWebToken((await identity.SignInAsync("mia", replica: replica)).AccessToken).Kid != before.Kid,
            "the other replica follows"
        );
    }

    [Fact]
    public async Task Given_the_published_keys_Then_anybody_can_verify_a_token_with_them()
    {
        using var anonymous = identity.ClientFor(null);
        var token = (await identity.SignInAsync("erik")).AccessToken;

        foreach (var prefix in new[] { "", "/identity" })
        {
            var discovery = await (await anonymous.GetAsync($"{prefix}/.well-known/openid-configuration")).JsonAsync();
            var keys = await (await anonymous.GetAsync($"{prefix}/.well-known/jwks.json")).Content.ReadAsStringAsync();
            var verdict = await new JsonWebTokenHandler().ValidateTokenAsync(
                token,
                new TokenValidationParameters
                {
                    ValidIssuer = discovery.GetProperty("issuer").GetString(),
                    ValidAudience = "flowplatform",
                    IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),
                }
            );

            verdict.IsValid.ShouldBeTrue(verdict.Exception?.Message);
            keys.ShouldNotContain("\"d\"", Case.Sensitive, "no private part is published");
        }
    }

    [Fact]
    public async Task Given_the_database_Then_private_keys_are_encrypted_in_it()
    {
        var keys = await identity.ReadAsync(db => db.SigningKeys.AsNoTracking().ToListAsync());

        keys.ShouldNotBeEmpty();
        foreach (var key in keys)
        {
            using var parser = System.Security.Cryptography.ECDsa.Create();
            Should.Throw<System.Security.Cryptography.CryptographicException>(() =>
                parser.ImportPkcs8PrivateKey(key.SealedPrivateKey, out _)
            );
        }
    }

    [Fact]
    public async Task Given_a_token_of_another_issuer_key_or_audience_Then_it_is_refused()
    {
        using var foreign = identity.ClientFor(TestPerson.Admin());

        (await foreign.GetAsync("/identity/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<string[]> PublishedAsync()
    {
        using var anonymous = identity.ClientFor(null);
        var keys = await (await anonymous.GetAsync("/.well-known/jwks.json")).JsonAsync();
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }
}
