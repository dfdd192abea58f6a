using System.Security.Cryptography;

namespace FlowPlatform.ChangeApproval.OfflineVerifier;

/// <summary>Checks proofs as RFC 9162 describes it (2.1.3.2 and 2.1.4.2): from the bottom up, without any tree at hand.</summary>
internal static class ProofCheck
{
    internal static bool Inclusion(long index, long size, byte[] leaf, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (fn, sn, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                hash = Pair(sibling, hash);
                (fn, sn) = UpToRightChild(fn, sn);
            }
            else
            {
                hash = Pair(hash, sibling);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && hash.AsSpan().SequenceEqual(root);
    }

    internal static bool Consistency(long from, long to, byte[] oldRoot, byte[] newRoot, IReadOnlyList<byte[]> path)
    {
        if (from < 0 || from > to)
        {
            return false;
        }

        if (from == 0 || from == to)
        {
            return path.Count == 0 && (from == 0 || oldRoot.AsSpan().SequenceEqual(newRoot));
        }

        // A whole old tree is itself the first node of its own proof.
        var nodes = (from & (from - 1)) == 0 ? [oldRoot, .. path] : path;
        return nodes.Count > 0 && Climb(from - 1, to - 1, oldRoot, newRoot, nodes);
    }

    private static bool Climb(long fn, long sn, byte[] oldRoot, byte[] newRoot, IReadOnlyList<byte[]> nodes)
    {
        while ((fn & 1) == 1)
        {
            (fn, sn) = (fn >> 1, sn >> 1);
        }

        var (old, present) = (nodes[0], nodes[0]);
        foreach (var node in nodes.Skip(1))
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                (old, present) = (Pair(node, old), Pair(node, present));
                (fn, sn) = UpToRightChild(fn, sn);
            }
            else
            {
                present = Pair(present, node);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && old.AsSpan().SequenceEqual(oldRoot) && present.AsSpan().SequenceEqual(newRoot);
    }

    /// <summary>Skips the levels at which the node is the only one of its row.</summary>
    private static (long Fn, long Sn) UpToRightChild(long fn, long sn)
    {
        while ((fn & 1) == 0 && fn != 0)
        {
            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return (fn, sn);
    }

    internal static byte[] Pair(byte[] left, byte[] right) => SHA256.HashData([0x01, .. left, .. right]);
}
