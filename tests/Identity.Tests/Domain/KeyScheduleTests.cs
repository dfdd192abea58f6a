using CsCheck;
using FlowPlatform.Identity.Domain.Keys;

namespace FlowPlatform.Identity.Tests.Domain;

public sealed class KeyScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Announce = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(12);
    private static readonly KeySchedule Schedule = new(Announce, TokenLifetime, TimeSpan.FromDays(30));

    /// <summary>Minutes between rotations, most of them closer together than an announcement takes.</summary>
    private static readonly Gen<List<int>> Gaps = Gen.Int[0, 40].List[0, 12];

    [Fact]
    public void Given_any_rotations_Then_there_is_always_a_signer_that_was_announced_and_its_tokens_stay_good() =>
        Gaps.Sample(gaps =>
        {
            var keys = Rotate(gaps, out var end);
            for (var now = Start; now < end + TimeSpan.FromHours(2); now += TimeSpan.FromMinutes(1))
            {
                var signer = KeySchedule.SignerAt(keys, now);

                signer.ShouldNotBeNull();
                signer.IsTrustedAt(now + TokenLifetime - TimeSpan.FromTicks(1)).ShouldBeTrue("its tokens must live");
                if (signer != keys[0])
                {
                    (now - signer.AnnouncedAt).ShouldBeGreaterThanOrEqualTo(Announce);
                }
            }
        });

    [Fact]
    public void Given_any_rotations_Then_in_the_end_one_key_is_trusted() =>
        Gaps.Sample(gaps =>
        {
            var keys = Rotate(gaps, out var end);

            keys.Count(key => key.IsTrustedAt(end + Announce + TokenLifetime)).ShouldBe(1);
        });

    [Fact]
    public void Given_a_compromise_Then_no_older_key_is_trusted_and_the_new_one_signs_at_once() =>
        Gaps.Sample(gaps =>
        {
            var keys = Rotate(gaps, out var end);
            Add(keys, end, compromised: true);

            KeySchedule.SignerAt(keys, end).ShouldBe(keys[^1]);
            keys.SkipLast(1).All(key => !key.IsTrustedAt(end)).ShouldBeTrue();
        });

    [Fact]
    public void Given_a_key_of_full_age_Then_the_next_is_due_and_not_before()
    {
        List<SigningKey> keys = [];
        Schedule.IsDue(keys, Start).ShouldBeTrue();
        Add(keys, Start, compromised: false);

        Schedule.IsDue(keys, Start + TimeSpan.FromDays(29)).ShouldBeFalse();
        Schedule.IsDue(keys, Start + TimeSpan.FromDays(30)).ShouldBeTrue();
        Add(keys, Start + TimeSpan.FromDays(30), compromised: false);
        Schedule.IsDue(keys, Start + TimeSpan.FromDays(30)).ShouldBeFalse("the next is announced already");
    }

    private static List<SigningKey> Rotate(List<int> gaps, out DateTimeOffset end)
    {
        List<SigningKey> keys = [];
        end = Start;
        Add(keys, end, compromised: false);
        foreach (var gap in gaps)
        {
            end += TimeSpan.FromMinutes(gap);
            Add(keys, end, compromised: false);
        }

        return keys;
    }

    private static void Add(List<SigningKey> keys, DateTimeOffset now, bool compromised)
    {
        var trusted = keys.Where(key => key.IsTrustedAt(now)).ToList();
        var signsFrom = Schedule.SignsFrom(trusted, now, compromised);
        Schedule.Follow(trusted, now, signsFrom, compromised);
        keys.Add(new SigningKey($"key {keys.Count}", [], [], now, signsFrom));
    }
}
