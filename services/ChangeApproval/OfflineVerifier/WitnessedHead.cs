using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FlowPlatform.ChangeApproval.OfflineVerifier;

/// <summary>A signed tree head that somebody outside has kept.</summary>
internal sealed record WitnessedHead(
    long Size,
    string RootHash,
    string SignedAt,
    string KeyId,
    string Signature,
    string PublicKey
)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>One head, or a list of them, smallest first: the more heads, the closer an alteration is located.</summary>
    internal static IReadOnlyList<WitnessedHead> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var heads =
            document.RootElement.ValueKind == JsonValueKind.Array
                ? document.RootElement.Deserialize<List<WitnessedHead>>(Web)
                : [document.RootElement.Deserialize<WitnessedHead>(Web)!];
        return [.. (heads ?? []).OrderBy(head => head.Size)];
    }

    internal bool IsSignedByItsKey()
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
            var text = Encoding.UTF8.GetBytes($"{Size}|{RootHash}|{SignedAt}");
            return key.VerifyData(text, Convert.FromBase64String(Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
