using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Webhooks;

/// <summary>What a sender puts beside the body. Delivery tells one call from its repetition.</summary>
internal sealed record WebhookHeaders(string? Signature, string? Timestamp, string? Delivery);

/// <summary>
/// The signature is the credential. GitHub signs the body alone and names each delivery; the others sign "timestamp.delivery.body", so that an
/// old call cannot be sent again once its delivery is forgotten.
/// </summary>
internal static class WebhookSignature
{
    public const int DeliveryLength = 100;
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private const string Scheme = "sha256=";

    public static Error? Check(
        bool isGitHub,
        string secret,
        WebhookHeaders headers,
        ReadOnlySpan<byte> body,
        DateTimeOffset now
    )
    {
        if (string.IsNullOrEmpty(headers.Delivery) || headers.Delivery.Length > DeliveryLength)
        {
            return WebhookErrors.DeliveryNeeded;
        }

        if (!isGitHub && !IsRecent(headers.Timestamp, now))
        {
            return WebhookErrors.NotRecent;
        }

        var prefix = isGitHub ? "" : $"{headers.Timestamp}.{headers.Delivery}.";
        return IsSignedWith(secret, headers.Signature, prefix, body) ? null : WebhookErrors.BadSignature;
    }

    /// <summary>What the sender has to put into the signature header.</summary>
    public static string Sign(string secret, string prefix, ReadOnlySpan<byte> body) =>
        Scheme + Convert.ToHexStringLower(Mac(secret, prefix, body));

    private static bool IsSignedWith(string secret, string? signature, string prefix, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        var isHex =
            signature is { Length: 71 }
            && signature.StartsWith(Scheme, StringComparison.Ordinal)
            && Convert.FromHexString(signature.AsSpan(Scheme.Length), given, out _, out _)
                is System.Buffers.OperationStatus.Done;
        return isHex && CryptographicOperations.FixedTimeEquals(given, Mac(secret, prefix, body));
    }

    private static byte[] Mac(string secret, string prefix, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes(prefix));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }

    private static bool IsRecent(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance.TotalSeconds;
}
