namespace FlowPlatform.ChangeApproval.Domain.AuditLog;

/// <summary>
/// The right edge of the tree: the roots of the perfect subtrees that make up its leaves. Enough to append and to know
/// the root; an append costs one inner node on average and O(log n) at most.
/// </summary>
internal sealed class CompactRange
{
    private readonly List<(NodeId Id, byte[] Hash)> _edge;

    internal CompactRange(long size, Func<NodeId, byte[]> hashOf)
    {
        Size = size;
        _edge = [.. new LeafRange(0, size).PerfectNodes().Select(node => (node, hashOf(node)))];
    }

    internal long Size { get; private set; }

    /// <summary>Adds a leaf, and tells every node that is complete now, the leaf first.</summary>
    internal IReadOnlyList<(NodeId Id, byte[] Hash)> Append(byte[] leafHash)
    {
        var made = new List<(NodeId, byte[])>();
        var (id, hash) = (new NodeId(0, Size), leafHash);
        made.Add((id, hash));
        while (_edge.Count > 0 && _edge[^1].Id.Level == id.Level)
        {
            hash = MerkleHash.OfNode(_edge[^1].Hash, hash);
            id = new NodeId(id.Level + 1, id.Index >> 1);
            _edge.RemoveAt(_edge.Count - 1);
            made.Add((id, hash));
        }

        _edge.Add((id, hash));
        Size++;
        return made;
    }

    internal byte[] Root()
    {
        var edge = _edge.ToDictionary(node => node.Id, node => node.Hash);
        return new LeafRange(0, Size).Hash(node => edge[node]);
    }
}
