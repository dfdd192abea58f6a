using FlowPlatform.Identity.Domain.Sessions;

namespace FlowPlatform.Identity.Tests.Domain;

public sealed class RefreshFamilyTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, false, 0, nameof(RefreshVerdict.Usable))]
    [InlineData(false, false, 13, nameof(RefreshVerdict.Usable))]
    [InlineData(false, false, 14, nameof(RefreshVerdict.Ended))]
    [InlineData(false, true, 0, nameof(RefreshVerdict.Ended))]
    [InlineData(true, false, 0, nameof(RefreshVerdict.Reused))]
    [InlineData(true, true, 20, nameof(RefreshVerdict.Reused))]
    public void Given_use_revocation_and_age_Then_the_verdict_follows(bool used, bool revoked, int days, string verdict)
    {
        var family = RefreshFamily.Start(Guid.CreateVersion7(), Start);
        var token = new RefreshToken([1], family.Id, Start) { UsedAt = used ? Start : null };
        if (revoked)
        {
            family.Revoke(RevocationReason.SignedOut, Start);
        }

        family.Judge(token, Start.AddDays(days)).ToString().ShouldBe(verdict);
    }

    [Fact]
    public void Given_an_ended_family_Then_the_first_reason_stays()
    {
        var family = RefreshFamily.Start(Guid.CreateVersion7(), Start);

        family.Revoke(RevocationReason.SignedOut, Start).ShouldBeTrue();
        family.Revoke(RevocationReason.TokenReused, Start.AddDays(1)).ShouldBeFalse();

        (family.RevokedBecause, family.RevokedAt).ShouldBe((RevocationReason.SignedOut, Start));
    }
}
