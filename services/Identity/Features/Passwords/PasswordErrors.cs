using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Features.Passwords;

internal static class PasswordErrors
{
    public static Error CurrentWrong { get; } =
        new(
            "identity.current-password-wrong",
            "The current password is wrong, or the account is locked for five minutes after too many wrong ones."
        );

    public static Error ResetInvalid { get; } =
        new("identity.password-reset-invalid", "The link is unknown, used or older than a day. Ask for another.");
}
