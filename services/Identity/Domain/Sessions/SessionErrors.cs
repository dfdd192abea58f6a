using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.Sessions;

internal static class SessionErrors
{
    // One text for a wrong password, an unknown address, a locked and an inactive account: nobody learns who exists.
    public static Error SignInRefused { get; } =
        new(
            "identity.sign-in-refused",
            "The e-mail address or the password is wrong, or the account is closed, or locked for five minutes after "
                + "too many wrong passwords."
        );

    public static Error RefreshTokenInvalid { get; } =
        new("identity.refresh-token-invalid", "The refresh token is unknown or has ended. Sign in again.");

    public static Error RefreshTokenReused { get; } =
        new(
            "identity.refresh-token-reused",
            "The refresh token was used before. Every token that came from the same sign-in has been revoked."
        );

    public static Error RefreshTokenRaced { get; } =
        new(
            "identity.refresh-token-raced",
            "Another request exchanged this refresh token at the same moment. Use what that one was given."
        );

    public static Error AccessTokenInvalid { get; } =
        new("identity.access-token-invalid", "The personal access token is unknown, expired or revoked.");

    public static Error GrantIncomplete { get; } =
        new("identity.grant-incomplete", "The fields that this grant type needs are missing.", ErrorKind.Invalid);
}
