using System.Runtime.Versioning;
using System.Security.Cryptography;
using FlowPlatform.Identity.Features.Keys;

namespace FlowPlatform.Identity.Tests.Features.Keys;

[UnsupportedOSPlatform("windows")]
public sealed class EncryptionKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flow-identity-").FullName;

    [Fact]
    public void Given_a_sealed_key_Then_only_the_same_key_and_name_open_it()
    {
        var secret = RandomNumberGenerator.GetBytes(138);
        var sealer = new KeySealer(new byte[32]);
        var box = sealer.Seal("key 1", secret);

        sealer.Open("key 1", box).ShouldBe(secret);
        sealer.Open("key 2", box).ShouldBeNull();
        new KeySealer([.. Enumerable.Repeat((byte)1, 32)]).Open("key 1", box).ShouldBeNull();
        box[^1] ^= 1;
        sealer.Open("key 1", box).ShouldBeNull();
        sealer.Open("key 1", []).ShouldBeNull();
    }

    [Fact]
    public void Given_development_Then_the_file_is_made_once_for_its_owner_alone()
    {
        var path = Path.Combine(_folder, "deep", "signing.key");
        var options = new SigningKeyOptions { EncryptionKeyFile = path };

        var keys = new byte[8][];
        Parallel.For(0, keys.Length, i => keys[i] = EncryptionKeySource.Read(options, mayCreateFile: true));

        keys.Select(Convert.ToBase64String).Distinct().Count().ShouldBe(1);
        keys[0].Length.ShouldBe(32);
        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
    }

    [Fact]
    public void Given_a_file_that_others_can_read_Then_it_is_refused()
    {
        var path = Path.Combine(_folder, "open.key");
        File.WriteAllText(path, Convert.ToBase64String(new byte[32]));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Should
            .Throw<InvalidOperationException>(() =>
                EncryptionKeySource.Read(new SigningKeyOptions { EncryptionKeyFile = path }, mayCreateFile: true)
            )
            .Message.ShouldContain("0600");
    }

    [Fact]
    public void Given_no_key_outside_of_development_Then_the_message_says_what_to_set()
    {
        Should
            .Throw<InvalidOperationException>(() => EncryptionKeySource.Read(new SigningKeyOptions(), false))
            .Message.ShouldContain("SigningKeys:EncryptionKey");
        Should
            .Throw<InvalidOperationException>(() =>
                EncryptionKeySource.Read(new SigningKeyOptions { EncryptionKey = "too short" }, false)
            )
            .Message.ShouldContain("32 bytes");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
