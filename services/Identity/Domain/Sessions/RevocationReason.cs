namespace FlowPlatform.Identity.Domain.Sessions;

/// <summary>Why a family of refresh tokens ended before its time.</summary>
internal enum RevocationReason
{
    SignedOut,
    TokenReused,
    PasswordChanged,
    PersonDeactivated,
}
