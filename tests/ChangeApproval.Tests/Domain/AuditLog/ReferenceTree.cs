using FlowPlatform.ChangeApproval.Domain.AuditLog;

namespace FlowPlatform.ChangeApproval.Tests.Domain.AuditLog;

/// <summary>The whole tree in memory, with every node that the service would have stored.</summary>
internal sealed class ReferenceTree
{
    private readonly Dictionary<NodeId, byte[]> _nodes = [];
    private readonly List<byte[]> _roots = [MerkleHash.OfNothing()];

    internal ReferenceTree(IEnumerable<byte[]> leaves)
    {
        var range = new CompactRange(0, node => _nodes[node]);
        foreach (var leaf in leaves)
        {
            foreach (var (id, hash) in range.Append(MerkleHash.OfLeaf(leaf)))
            {
                _nodes.Add(id, hash);
            }

            _roots.Add(range.Root());
        }
    }

    internal long Size => _roots.Count - 1;

    internal byte[] Root(long size) => _roots[(int)size];

    internal byte[] Leaf(long index) => _nodes[new NodeId(0, index)];

    internal byte[][] Inclusion(long index, long size) => Hashes(ProofPath.Inclusion(index, size));

    internal byte[][] Consistency(long from, long to) => Hashes(ProofPath.Consistency(from, to));

    internal CompactRange Reloaded() => new(Size, node => _nodes[node]);

    private byte[][] Hashes(IReadOnlyList<LeafRange> path) => [.. path.Select(range => range.Hash(n => _nodes[n]))];
}
