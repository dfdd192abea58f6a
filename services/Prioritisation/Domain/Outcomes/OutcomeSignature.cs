using System.Security.Cryptography;
using System.Text;

namespace FlowPlatform.Prioritisation.Domain.Outcomes;

/// <summary>The authority to commit, as base64 HMAC-SHA256; the texts that are signed are part of the message contracts.</summary>
internal static class OutcomeSignature
{
    internal static string ForOutcome(string key, Guid outcomeId, Guid boardId, IReadOnlyList<Guid> committedIds) =>
        Sign(key, $"{outcomeId:D}|{boardId:D}|{string.Join(',', committedIds.Select(id => id.ToString("D")))}");

    internal static string ForExpedite(string key, Guid boardId, Guid workItemId) =>
        Sign(key, $"expedite|{boardId:D}|{workItemId:D}");

    private static string Sign(string key, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
}
