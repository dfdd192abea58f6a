using System.ComponentModel.DataAnnotations;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>How often sign-in may be tried. Section "SignIn".</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    [Range(1, 10_000)]
    public int AttemptsPerAccountPerMinute { get; init; } = 10;

    /// <summary>Higher than for an account: an office may stand behind one address.</summary>
    [Range(1, 100_000)]
    public int AttemptsPerAddressPerMinute { get; init; } = 60;
}
