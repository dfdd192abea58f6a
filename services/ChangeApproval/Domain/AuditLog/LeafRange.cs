using System.Numerics;

namespace FlowPlatform.ChangeApproval.Domain.AuditLog;

/// <summary>A perfect subtree: level 0 is a leaf, and the node covers the leaves [Index·2^Level, (Index+1)·2^Level).</summary>
internal readonly record struct NodeId(int Level, long Index);

/// <summary>
/// The half-open range of leaves [From, To) as RFC 6962 cuts them: From is a multiple of the smallest power of two that
/// holds the range, so the range is a row of perfect subtrees of falling size.
/// </summary>
internal readonly record struct LeafRange(long From, long To)
{
    /// <summary>The perfect subtrees of the range, left to right: at most one for each bit of its length.</summary>
    internal IReadOnlyList<NodeId> PerfectNodes()
    {
        var nodes = new List<NodeId>();
        for (var from = From; from < To; )
        {
            var level = BitOperations.Log2((ulong)(To - from));
            nodes.Add(new NodeId(level, from >> level));
            from += 1L << level;
        }

        return nodes;
    }

    /// <summary>The Merkle tree hash of the range, from the hashes of its perfect subtrees.</summary>
    internal byte[] Hash(Func<NodeId, byte[]> hashOf)
    {
        var nodes = PerfectNodes();
        if (nodes.Count == 0)
        {
            return MerkleHash.OfNothing();
        }

        var hash = hashOf(nodes[^1]);
        for (var i = nodes.Count - 2; i >= 0; i--)
        {
            hash = MerkleHash.OfNode(hashOf(nodes[i]), hash);
        }

        return hash;
    }
}
