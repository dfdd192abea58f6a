using System.Security.Cryptography;
using System.Text;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>Encrypts private keys with AES-256-GCM, bound to their key id: nonce, tag, ciphertext.</summary>
internal sealed class KeySealer(byte[] encryptionKey)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public byte[] Seal(string keyId, ReadOnlySpan<byte> secret)
    {
        var box = new byte[NonceBytes + TagBytes + secret.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(encryptionKey, TagBytes);
        aes.Encrypt(
            nonce,
            secret,
            box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(keyId)
        );
        return box;
    }

    /// <returns>Null when the box was sealed with another key or changed.</returns>
    public byte[]? Open(string keyId, ReadOnlySpan<byte> box)
    {
        if (box.Length <= NonceBytes + TagBytes)
        {
            return null;
        }

        var secret = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(encryptionKey, TagBytes);
        try
        {
            aes.Decrypt(
                box[..NonceBytes],
                box[(NonceBytes + TagBytes)..],
                box.Slice(NonceBytes, TagBytes),
                secret,
                Encoding.UTF8.GetBytes(keyId)
            );
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
