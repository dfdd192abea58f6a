using System.Net;
using System.Security.Cryptography;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Story;

/// <summary>Step 9: the audit log holds the facts in order, and its signed root is the one that follows from them.</summary>
internal static class AuditChapter
{
    public static async Task TellAsync(StoryState story)
    {
        (await story.People["max"].TryAsync(HttpMethod.Get, "/api/audit/log/entries", null)).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        await Eventually.Holds(
            async () => (await ActionsAsync(story, story.Regulated)).Count >= 6,
            "the facts of the regulated card"
        );

        var session = await ActionsAsync(story, story.SessionId);
        session
            .Count(action => action.Contains("Ballot", StringComparison.OrdinalIgnoreCase))
            .ShouldBeGreaterThanOrEqualTo(3);
        session[0].ShouldContain("opened", Case.Insensitive);
        session.FindIndex(a => a.Contains("ObjectionRaised", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        var change = await ActionsAsync(story, story.ChangeId);
        change.Count.ShouldBeGreaterThanOrEqualTo(3, "raised, refused to its author, approved");

        await VerifyAsync(story);
    }

    private static async Task<List<string>> ActionsAsync(StoryState story, string subject)
    {
        var page = await story.People["astrid"].GetAsync($"/api/audit/log/entries?subjectId={subject}&limit=200");
        var entries = page["items"]!.AsArray();
        var times = entries.Select(entry => entry!["occurredAt"]!.GetValue<DateTimeOffset>()).ToList();
        times.ShouldBe([.. times.Order()], "facts of one subject stand in the order in which they happened");
        return [.. entries.Select(entry => entry!["action"]!.GetValue<string>())];
    }

    private static async Task VerifyAsync(StoryState story)
    {
        var (_, head) = await story.People["astrid"].TryAsync(HttpMethod.Post, "/api/audit/log/heads", null);
        var size = head!["size"]!.GetValue<long>();
        var leaves = new List<byte[]>();
        string? cursor = null;
        while (leaves.Count < size)
        {
            var page = await story
                .People["astrid"]
                .GetAsync($"/api/audit/log/entries?limit=200{(cursor is null ? "" : $"&cursor={cursor}")}");
            leaves.AddRange(
                page["items"]!.AsArray().Select(entry => Convert.FromHexString(entry!["leafHash"]!.GetValue<string>()))
            );
            cursor = page["next"]?.GetValue<string>();
        }

        var root = Convert.ToHexStringLower(RootOf(leaves.Take((int)size).ToArray()));
        root.ShouldBe(head["rootHash"]!.GetValue<string>());
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(head["publicKey"]!.GetValue<string>()), out _);
        var signed = System.Text.Encoding.UTF8.GetBytes($"{size}|{root}|{head["signedAt"]!.GetValue<string>()}");
        key.VerifyData(
                signed,
                Convert.FromBase64String(head["signature"]!.GetValue<string>()),
                HashAlgorithmName.SHA256
            )
            .ShouldBeTrue();
    }

    // RFC 6962, 2.1, straight from its definition.
    private static byte[] RootOf(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var half = 1;
        while (half * 2 < leaves.Length)
        {
            half *= 2;
        }

        return SHA256.HashData([1, .. RootOf(leaves[..half]), .. RootOf(leaves[half..])]);
    }
}
