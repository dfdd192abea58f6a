using System.Security.Cryptography;
using System.Text;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>
/// Encrypts the log's private keys for the database with a secret that is not in it: AuditLog:KeySecret, or, in
/// Development, one that is made at first start and kept in the user's own folder.
/// </summary>
internal sealed class KeySeal(IConfiguration configuration, IHostEnvironment environment)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private static readonly byte[] Purpose = Encoding.UTF8.GetBytes("FlowPlatform audit log keys");

    internal byte[] Seal(ReadOnlySpan<byte> plain)
    {
        using var aes = new AesGcm(Key(), TagSize);
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        var tag = box.AsSpan(NonceSize, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), tag);
        return box;
    }

    /// <summary>Null when it was sealed with another secret.</summary>
    internal byte[]? Open(ReadOnlySpan<byte> box)
    {
        try
        {
            using var aes = new AesGcm(Key(), TagSize);
            var plain = new byte[box.Length - NonceSize - TagSize];
            aes.Decrypt(box[..NonceSize], box[(NonceSize + TagSize)..], box.Slice(NonceSize, TagSize), plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Key() =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(Secret()), 32, salt: null, Purpose);

    private string Secret()
    {
        if (configuration["AuditLog:KeySecret"] is { Length: > 0 } secret)
        {
            return secret;
        }

        return environment.IsDevelopment()
            ? DevelopmentSecret()
            : throw new InvalidOperationException(
                "AuditLog:KeySecret is missing: the secret that protects the keys which sign the audit log."
            );
    }

    private static string DevelopmentSecret()
    {
        var home = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.Create
        );
        var file = Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "FlowPlatform", "audit-log-key-secret");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var fresh = $"{file}.{Guid.CreateVersion7():N}";
            File.WriteAllText(fresh, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            MoveUnlessThere(fresh, file);
        }

        return File.ReadAllText(file);
    }

    // Two processes may start at once: the first one's secret stays.
    private static void MoveUnlessThere(string fresh, string file)
    {
        try
        {
            File.Move(fresh, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(fresh);
        }
    }
}
