using System.Security.Cryptography;
using System.Text;

namespace FlowPlatform.Board.Domain.Commitments;

/// <summary>The authority to commit: the board checks by itself that an agreed session named the work item.</summary>
internal static class OutcomeSignature
{
    internal static string OfOutcome(string key, Guid outcomeId, Guid boardId, IReadOnlyList<Guid> committedIds) =>
        Sign(key, $"{outcomeId:D}|{boardId:D}|{string.Join(',', committedIds.Select(id => id.ToString("D")))}");

    /// <summary>Expedite work goes round the session, but not round Prioritisation.</summary>
    internal static string OfExpedite(string key, Guid boardId, Guid workItemId) =>
        Sign(key, $"expedite|{boardId:D}|{workItemId:D}");

    internal static bool IsSame(string expected, string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given ?? ""));

    private static string Sign(string key, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
}
