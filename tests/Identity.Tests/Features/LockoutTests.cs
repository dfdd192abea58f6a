using System.Net;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Identity.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class LockoutTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Given_five_wrong_passwords_Then_the_right_one_is_refused_until_the_lock_ends()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await StatusAsync("max", "wrong password")).ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await StatusAsync("max", IdentityFixture.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("mia", IdentityFixture.Password)).ShouldBe(HttpStatusCode.OK);
        await identity.Messages.ArrivesAsync<AuditFactRecorded>(IsLockout);

        await EndLockAsync(DemoOrganisation.Person(12));

        (await StatusAsync("max", IdentityFixture.Password)).ShouldBe(HttpStatusCode.OK);

        static bool IsLockout(AuditFactRecorded fact) =>
            fact.Action == "account.locked-out" && fact.SubjectId == DemoOrganisation.Person(12);
    }

    [Fact]
    public async Task Given_guesses_in_parallel_Then_none_gets_past_the_lock()
    {
        // The right one among twenty: were failures not counted one by one, it would often get through late.
        var guesses = Enumerable.Range(0, 20).Select(_ => StatusAsync("omar", "wrong password")).ToList();
        await Task.WhenAll(guesses);

        var failures = await identity.ReadAsync(db =>
            db.Accounts.Where(account => account.Id == DemoOrganisation.Person(14)).SingleAsync()
        );

        failures.LockoutEnd.ShouldNotBeNull();
        // The framework starts counting anew when it locks; nothing was compared after that.
        failures.AccessFailedCount.ShouldBe(0);
        (await StatusAsync("omar", IdentityFixture.Password)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_four_wrong_passwords_and_a_right_one_Then_counting_begins_anew()
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var password = attempt == 4 ? IdentityFixture.Password : "wrong password";
            await StatusAsync("tess", password);
        }

        (await StatusAsync("tess", IdentityFixture.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_a_locked_account_Then_its_session_waits_but_is_not_lost()
    {
        var tokens = await identity.SignInAsync("tara");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await StatusAsync("tara", "wrong password");
        }

        using var refused = await RefreshAsync(tokens.RefreshToken!);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        await EndLockAsync(DemoOrganisation.Person(32));

        using var renewed = await RefreshAsync(tokens.RefreshToken!);
        renewed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<HttpResponseMessage> RefreshAsync(string refreshToken) =>
        identity.TryGrantAsync(new { grantType = "refresh", refreshToken });

    private async Task<HttpStatusCode> StatusAsync(string mailbox, string password)
    {
        using var answer = await identity.TryGrantAsync(
            new
            {
                grantType = "password",
                email = $"{mailbox}@flow.example",
                password,
            }
        );
        return answer.StatusCode;
    }

    // The framework reads the system's clock, so the test moves the lock rather than the clock.
    private Task<int> EndLockAsync(Guid personId) =>
        identity.ReadAsync(db =>
            db.Accounts.Where(account => account.Id == personId)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null))
        );
}
