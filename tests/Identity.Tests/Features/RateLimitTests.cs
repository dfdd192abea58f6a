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

    // All at once: the limits are looked at before the hashing, so a slow machine does not refill them meanwhile.
    [Fact]
    public async Task Given_too_many_attempts_Then_the_account_and_then_the_address_have_to_wait()
    {
        var forOne = await AttemptAsync(Enumerable.Repeat("lena", 10));
        forOne.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBeInRange(3, 5);

        // Each for another account, so only the address can be what is counted.
        var forMany = await AttemptAsync(Enumerable.Range(0, 30).Select(number => $"unknown{number}"));
        forMany.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(10);

        var refused = forMany.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        (await refused.CodeAsync()).ShouldBe("identity.too-many-attempts");
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    private Task<HttpResponseMessage[]> AttemptAsync(IEnumerable<string> mailboxes) =>
        Task.WhenAll(
            mailboxes.Select(mailbox =>
                identity.TryGrantAsync(
                    new
                    {
                        grantType = "password",
                        email = $"{mailbox}@flow.example",
                        password = "wrong password",
                    }
                )
            )
        );
}
