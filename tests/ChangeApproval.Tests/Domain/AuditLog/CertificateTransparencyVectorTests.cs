namespace FlowPlatform.ChangeApproval.Tests.Domain.AuditLog;

/// <summary>The published reference tree of Certificate Transparency (RFC 6962): eight leaves, roots and proofs.</summary>
public sealed class CertificateTransparencyVectorTests
{
    private const string Leaf0 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private const string Leaf1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private const string Leaf4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private const string From0To2 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private const string From2To4 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private const string From4To6 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private const string From6To8 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private const string From0To4 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private const string From4To8 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

    private static readonly string[] Leaves =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    private readonly ReferenceTree _tree = new(Leaves.Select(Convert.FromHexString));

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, Leaf0)]
    [InlineData(2, From0To2)]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, From0To4)]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Given_the_reference_leaves_Then_the_root_is_the_published_one(int size, string root) =>
        Convert.ToHexStringLower(_tree.Root(size)).ShouldBe(root);

    [Theory]
    [InlineData(0, 1, new string[0])]
    [InlineData(0, 8, new[] { Leaf1, From2To4, From4To8 })]
    [InlineData(5, 8, new[] { Leaf4, From6To8, From0To4 })]
    [InlineData(2, 3, new[] { From0To2 })]
    [InlineData(1, 5, new[] { Leaf0, From2To4, Leaf4 })]
    public void Given_a_leaf_Then_its_inclusion_proof_is_the_published_one(int index, int size, string[] proof) =>
        _tree.Inclusion(index, size).Select(Convert.ToHexStringLower).ShouldBe(proof);

    [Theory]
    [InlineData(1, 1, new string[0])]
    [InlineData(1, 8, new[] { Leaf1, From2To4, From4To8 })]
    [InlineData(6, 8, new[] { From4To6, From6To8, From0To4 })]
    [InlineData(2, 5, new[] { From2To4, Leaf4 })]
    public void Given_two_sizes_Then_the_consistency_proof_is_the_published_one(int from, int to, string[] proof) =>
        _tree.Consistency(from, to).Select(Convert.ToHexStringLower).ShouldBe(proof);
}
