using System.Net;
using FlowPlatform.Identity.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class PasswordTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Given_the_current_password_Then_the_new_one_is_good_and_every_session_ends()
    {
        var tokens = await identity.SignInAsync("lena");
        using var lena = identity.With(tokens.AccessToken);

        using var changed = await ChangeAsync(lena, IdentityFixture.Password, "a much better password");

        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var refreshed = await identity.TryGrantAsync(
            new { grantType = "refresh", refreshToken = tokens.RefreshToken }
        );
        refreshed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await identity.SignInAsync("lena", "a much better password")).AccessToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Given_a_wrong_current_password_five_times_Then_the_account_is_locked()
    {
        using var max = await identity.SignedInAsync("max");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await ChangeAsync(max, "wrong password", "a much better password");
            (await wrong.CodeAsync()).ShouldBe("identity.current-password-wrong");
        }

        using var right = await ChangeAsync(max, IdentityFixture.Password, "a much better password");

        right.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("mia@flow.example and more")]
    public async Task Given_a_guessable_password_Then_it_is_refused_and_the_old_one_stays(string password)
    {
        using var mia = await identity.SignedInAsync("mia");

        using var answer = await ChangeAsync(mia, IdentityFixture.Password, password);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).ShouldBe("identity.password-refused");
        (await identity.SignInAsync("mia")).AccessToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Given_an_old_or_unknown_reset_token_Then_it_is_refused()
    {
        using var admin = await identity.SignedInAsync("ada");
        using var issued = await admin.PostAsync($"/identity/people/{DemoOrganisation.Person(14)}/password-resets");
        var token = (await issued.JsonAsync()).GetProperty("token").GetString();
        var longAgo = TimeProvider.System.GetUtcNow().AddDays(-1);
        await identity.ReadAsync(db =>
            db.PasswordResets.ExecuteUpdateAsync(set => set.SetProperty(reset => reset.ExpiresAt, longAgo))
        );
        using var anonymous = identity.ClientFor(null);

        foreach (var refused in new[] { token, "fp_rs_unknown" })
        {
            using var answer = await anonymous.PostAsync(
                "/identity/password-resets",
                new { token = refused, newPassword = "a much better password" }
            );
            (await answer.CodeAsync()).ShouldBe("identity.password-reset-invalid");
        }

        (await identity.SignInAsync("omar")).AccessToken.ShouldNotBeEmpty();
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string current, string next) =>
        client.PutAsync("/identity/me/password", new { currentPassword = current, newPassword = next });
}
