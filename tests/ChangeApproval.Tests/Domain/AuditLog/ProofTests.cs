using CsCheck;
using FlowPlatform.ChangeApproval.OfflineVerifier;

namespace FlowPlatform.ChangeApproval.Tests.Domain.AuditLog;

/// <summary>Proofs of the server, checked by the verifier that shares no code with it.</summary>
public sealed class ProofTests
{
    private static readonly ReferenceTree Tree = new(
        Enumerable.Range(0, 300).Select(i => BitConverter.GetBytes(i * 7919))
    );

    private static readonly Gen<(int Small, int Large)> Sizes = Gen.Int[1, 300]
        .SelectMany(large => Gen.Int[0, large].Select(small => (small, large)));

    [Fact]
    public void Given_any_leaf_and_size_Then_its_inclusion_verifies_and_for_no_other_place() =>
        Sizes
            .Where(sizes => sizes.Small < sizes.Large)
            .Sample(sizes =>
            {
                var (index, size) = (sizes.Small, sizes.Large);
                var path = Tree.Inclusion(index, size);

                ProofCheck.Inclusion(index, size, Tree.Leaf(index), path, Tree.Root(size)).ShouldBeTrue();
                ProofCheck.Inclusion(index + 1, size, Tree.Leaf(index), path, Tree.Root(size)).ShouldBeFalse();
                ProofCheck
                    .Inclusion(
                        index,
                        size,
                        Tree.Leaf(index),
                        [.. path, path.LastOrDefault() ?? Tree.Leaf(0)],
                        Tree.Root(size)
                    )
                    .ShouldBeFalse();
            });

    [Fact]
    public void Given_any_two_sizes_Then_the_older_tree_is_shown_inside_the_newer() =>
        Sizes.Sample(sizes =>
        {
            var (from, to) = (sizes.Small, sizes.Large);

            ProofCheck.Consistency(from, to, Tree.Root(from), Tree.Root(to), Tree.Consistency(from, to)).ShouldBeTrue();
        });

    [Fact]
    public void Given_an_inclusion_proof_Then_any_flipped_bit_fails() =>
        Gen.Select(Sizes.Where(s => s.Small < s.Large), Gen.Int[0, 100_000])
            .Sample(
                (sizes, at) =>
                {
                    var (index, size) = (sizes.Small, sizes.Large);
                    byte[][] parts = [.. Tree.Inclusion(index, size), Tree.Leaf(index), Tree.Root(size)];
                    var spoiled = Spoil(parts, at);

                    ProofCheck.Inclusion(index, size, spoiled[^2], spoiled[..^2], spoiled[^1]).ShouldBeFalse();
                }
            );

    [Fact]
    public void Given_a_consistency_proof_Then_any_flipped_bit_fails() =>
        Gen.Select(Sizes.Where(s => s.Small > 0), Gen.Int[0, 100_000])
            .Sample(
                (sizes, at) =>
                {
                    var (from, to) = (sizes.Small, sizes.Large);
                    byte[][] parts = [.. Tree.Consistency(from, to), Tree.Root(from), Tree.Root(to)];
                    var spoiled = Spoil(parts, at);

                    ProofCheck.Consistency(from, to, spoiled[^2], spoiled[^1], spoiled[..^2]).ShouldBeFalse();
                }
            );

    [Fact]
    public void Given_a_range_that_was_stored_Then_it_goes_on_as_if_it_had_never_stopped() =>
        Gen.Int[0, 80]
            .Sample(size =>
            {
                var leaves = Enumerable.Range(0, 90).Select(i => BitConverter.GetBytes(i)).ToList();
                var stopped = new ReferenceTree(leaves.Take(size)).Reloaded();
                foreach (var leaf in leaves.Skip(size))
                {
                    stopped.Append(ChangeApproval.Domain.AuditLog.MerkleHash.OfLeaf(leaf));
                }

                stopped.Root().ShouldBe(new ReferenceTree(leaves).Root(90));
            });

    private static byte[][] Spoil(byte[][] parts, int at)
    {
        byte[][] spoiled = [.. parts.Select(part => part.ToArray())];
        var bit = at % (parts.Length * 256);
        spoiled[bit / 256][bit % 256 / 8] ^= (byte)(1 << (bit % 8));
        return spoiled;
    }
}
