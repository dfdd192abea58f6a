using System.Numerics;

namespace FlowPlatform.ChangeApproval.Domain.AuditLog;

/// <summary>
/// Which subtrees a proof consists of (RFC 6962, sections 2.1.1 and 2.1.2). A path is planned without any hash at hand,
/// so that all the stored nodes of a proof, O(log n) of them, are read at once.
/// </summary>
internal static class ProofPath
{
    /// <summary>PATH(m, D[n]): the subtrees beside the way from a leaf to the root.</summary>
    internal static IReadOnlyList<LeafRange> Inclusion(long index, long size)
    {
        var path = new List<LeafRange>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var split = from + LargestPowerOfTwoBelow(to - from);
            if (index < split)
            {
                path.Add(new LeafRange(split, to));
                to = split;
            }
            else
            {
                path.Add(new LeafRange(from, split));
                from = split;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>PROOF(m, D[n]): the subtrees that show the tree of the older size inside the newer one.</summary>
    internal static IReadOnlyList<LeafRange> Consistency(long oldSize, long size)
    {
        var path = new List<LeafRange>();
        if (oldSize == 0 || oldSize == size)
        {
            return path;
        }

        var (from, to) = (0L, size);
        // The old tree is whole at the left edge as long as no step went right: then the verifier knows its root already.
        while (oldSize != to)
        {
            var split = from + LargestPowerOfTwoBelow(to - from);
            if (oldSize <= split)
            {
                path.Add(new LeafRange(split, to));
                to = split;
            }
            else
            {
                path.Add(new LeafRange(from, split));
                from = split;
            }
        }

        if (from > 0)
        {
            path.Add(new LeafRange(from, to));
        }

        path.Reverse();
        return path;
    }

    private static long LargestPowerOfTwoBelow(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
