using System.Security.Cryptography;

namespace FlowPlatform.ChangeApproval.Domain.AuditLog;

/// <summary>The hashes of RFC 6962, section 2.1: leaves and inner nodes are told apart by their first byte.</summary>
internal static class MerkleHash
{
    internal const int Size = SHA256.HashSizeInBytes;

    internal static byte[] OfNothing() => SHA256.HashData([]);

    internal static byte[] OfLeaf(ReadOnlySpan<byte> data)
    {
        var input = new byte[1 + data.Length];
        data.CopyTo(input.AsSpan(1));
        return SHA256.HashData(input);
    }

    internal static byte[] OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Size)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Size)..]);
        return SHA256.HashData(input);
    }
}
