namespace FlowPlatform.ChangeApproval.OfflineVerifier;

/// <summary>The root over the leaves read so far: a stack of whole subtrees, as in counting in binary.</summary>
internal sealed class RunningRoot
{
    private readonly Stack<(long Leaves, byte[] Hash)> _whole = new();

    internal void Add(byte[] leaf)
    {
        var top = (Leaves: 1L, Hash: leaf);
        while (_whole.TryPeek(out var beside) && beside.Leaves == top.Leaves)
        {
            _whole.Pop();
            top = (beside.Leaves + top.Leaves, ProofCheck.Pair(beside.Hash, top.Hash));
        }

        _whole.Push(top);
    }

    internal byte[] Root()
    {
        byte[]? root = null;
        foreach (var (_, hash) in _whole)
        {
            root = root is null ? hash : ProofCheck.Pair(hash, root);
        }

        return root ?? System.Security.Cryptography.SHA256.HashData([]);
    }
}
