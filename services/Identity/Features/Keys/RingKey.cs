using System.Security.Cryptography;
using FlowPlatform.Identity.Domain.Keys;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>A signing key made ready once: importing a key costs more than signing with it.</summary>
internal sealed class RingKey
{
    public RingKey(SigningKey key, KeySealer sealer)
    {
        Key = key;
        var publicKey = ECDsa.Create();
        publicKey.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        Verifies = new ECDsaSecurityKey(publicKey) { KeyId = key.KeyId };
        Published = PublishedKey.Of(key.KeyId, publicKey);
        if (sealer.Open(key.KeyId, key.SealedPrivateKey) is { } secret)
        {
            var privateKey = ECDsa.Create();
            privateKey.ImportPkcs8PrivateKey(secret, out _);
            CryptographicOperations.ZeroMemory(secret);
            Signs = new SigningCredentials(
                new ECDsaSecurityKey(privateKey) { KeyId = key.KeyId },
                SecurityAlgorithms.EcdsaSha256
            );
        }
    }

    public SigningKey Key { get; private set; }
    public ECDsaSecurityKey Verifies { get; }
    public PublishedKey Published { get; }

    /// <summary>
    /// Null when this process has another encryption key: the key still verifies, but never signs here.
    /// </summary>
    public SigningCredentials? Signs { get; }

    /// <summary>Only trust ever changes in a stored key.</summary>
    public RingKey With(SigningKey reloaded)
    {
        Key = reloaded;
        return this;
    }
}
