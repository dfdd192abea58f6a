using System.ComponentModel.DataAnnotations;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>How the keys that sign access tokens are kept and followed. Section "SigningKeys".</summary>
internal sealed class SigningKeyOptions
{
    public const string Section = "SigningKeys";

    /// <summary>32 bytes in base64 that encrypt the private keys in the database. Comes before the file.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>
    /// A file with those bytes in base64, readable by its owner alone. In Development it is made when missing.
    /// </summary>
    public string? EncryptionKeyFile { get; init; }

    /// <summary>Longer than those who validate tokens keep the published keys without looking again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan AnnounceFor { get; init; } = TimeSpan.FromMinutes(15);

    [Range(typeof(TimeSpan), "00:05:00", "365.00:00:00")]
    public TimeSpan RotateEvery { get; init; } = TimeSpan.FromDays(30);

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReloadEvery { get; init; } = TimeSpan.FromSeconds(30);
}
