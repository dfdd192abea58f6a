using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.ServiceDefaults.Messaging;

namespace FlowPlatform.ServiceDefaults.Audit;

/// <summary>How a fact becomes a leaf of the audit log's Merkle tree.</summary>
public static class AuditFacts
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>
    /// The text that is hashed: each field in the contract's order as "byte length:UTF-8 text,", an absent one as "-,". No two different
    /// facts have the same text, and any language can make it again.
    /// </summary>
    public static string CanonicalText(AuditFactRecorded fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var text = new StringBuilder();
        string?[] fields =
        [
            fact.FactId.ToString(),
            fact.Service,
            fact.Action,
            fact.SubjectType,
            fact.SubjectId.ToString(),
            fact.Actor?.ToString(),
            fact.Reason,
            fact.Before,
            fact.After,
            fact.CorrelationId,
            fact.OccurredAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        ];
        foreach (var field in fields)
        {
            _ = field is null
                ? text.Append("-,")
                : text.Append(Encoding.UTF8.GetByteCount(field)).Append(':').Append(field).Append(',');
        }

        return text.ToString();
    }

    /// <summary>RFC 6962 section 2.1 leaf hash, SHA-256(0x00 || canonical text), in lower-case hex.</summary>
    public static string LeafHash(AuditFactRecorded fact) =>
        Convert.ToHexStringLower(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(CanonicalText(fact))]));

    internal static AuditFactRecorded ToMessage(AuditFact fact, string service)
    {
        var message = new AuditFactRecorded(
            Guid.CreateVersion7(),
            service,
            fact.Action,
            fact.SubjectType,
            fact.SubjectId,
            fact.Actor,
            fact.Reason,
            Json(fact.Before),
            Json(fact.After),
            Activity.Current?.TraceId.ToString(),
            // PostgreSQL keeps microseconds; a finer instant would hash differently once it was stored.
            fact.OccurredAt.AddTicks(-(fact.OccurredAt.Ticks % TimeSpan.TicksPerMicrosecond)),
            ""
        );
        return message with { LeafHash = LeafHash(message) };
    }

    private static string? Json(object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, value.GetType(), MessageJson.Options);
}
