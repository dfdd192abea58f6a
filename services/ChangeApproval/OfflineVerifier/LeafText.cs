using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FlowPlatform.ChangeApproval.OfflineVerifier;

/// <summary>
/// Makes the hashed text of an exported entry again: each field as "byte length:text,", an absent one as "-,", the
/// instant in microseconds; SHA-256 over a zero byte and that text.
/// </summary>
internal static class LeafText
{
    private static readonly string[] Fields =
    [
        "factId",
        "service",
        "action",
        "subjectType",
        "subjectId",
        "actor",
        "reason",
        "before",
        "after",
        "correlationId",
    ];

    internal static byte[] HashOf(JsonElement entry)
    {
        using var text = new MemoryStream();
        text.WriteByte(0);
        foreach (var field in Fields)
        {
            Write(text, entry.TryGetProperty(field, out var value) ? value.GetString() : null);
        }

        var at = entry.GetProperty("occurredAt").GetDateTimeOffset().ToUniversalTime();
        Write(text, at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        return SHA256.HashData(text.ToArray());
    }

    private static void Write(Stream text, string? value)
    {
        if (value is null)
        {
            text.Write("-,"u8);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(value);
        text.Write(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
        text.Write(bytes);
        text.WriteByte((byte)',');
    }
}
