using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>
/// A secret of 256 random bits. Only its hash is stored; a plain hash is enough, since nobody can guess the secret.
/// The prefix lets secret scanners find one that has leaked.
/// </summary>
internal readonly record struct Secret(string Text)
{
    public const string RefreshToken = "fp_rt_";
    public const string PersonalAccessToken = "fp_pat_";
    public const string PasswordReset = "fp_rs_";

    public byte[] Hash => HashOf(Text);

    public static Secret Create(string prefix) =>
        new(prefix + Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32)));

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
