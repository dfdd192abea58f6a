using System.Net;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class RateLimitTests(RateLimitTests.Limited identity) : IClassFixture<RateLimitTests.Limited>
{
    public sealed class Limited : IdentityFixture
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(base.Settings, StringComparer.Ordinal)
            {
                ["SignIn:AttemptsPerAddressPerMinute"] = "12",
                ["SignIn:AttemptsPerAccountPerMinute"] = "3",
            };
    }

    [Fact]
    public async Task Given_too_many_attempts_Then_the_account_and_then_the_address_have_to_wait()
    {
        (await AttemptsAsync("lena", 4)).ShouldBe([401, 401, 401, 429]);
        (await AttemptsAsync("mia", 1)).ShouldBe([401]);

        // Unknown addresses count alike, and the thirteenth attempt is one too many from here, whoever it is for.
        (await AttemptsAsync("unknown", 3)).ShouldBe([401, 401, 401]);
        (await AttemptsAsync("max", 3)).ShouldBe([401, 401, 401]);
        using var refused = await AttemptAsync("nobody");
        using var alsoRefused = await AttemptAsync("tess");

        alsoRefused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await alsoRefused.CodeAsync()).ShouldBe("identity.too-many-attempts");
        alsoRefused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    private async Task<int[]> AttemptsAsync(string mailbox, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var answer = await AttemptAsync(mailbox);
            statuses.Add((int)answer.StatusCode);
        }

        return [.. statuses];
    }

    private Task<HttpResponseMessage> AttemptAsync(string mailbox) =>
        identity.TryGrantAsync(
            new
            {
                grantType = "password",
                email = $"{mailbox}@flow.example",
                password = "wrong password",
            }
        );
}
