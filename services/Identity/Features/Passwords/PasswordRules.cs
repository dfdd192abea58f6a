namespace FlowPlatform.Identity.Features.Passwords;

/// <summary>Length over composition: rules about kinds of characters make passwords worse (NIST SP 800-63B).</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>Bounds the work of hashing.</summary>
    public const int Longest = 256;

    public const int DistinctCharacters = 5;
}
