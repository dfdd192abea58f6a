using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.AccessTokens;

internal static class PersonalAccessTokenErrors
{
    public static Error NameMissing { get; } =
        new("identity.access-token-name-missing", "An access token needs a name.", ErrorKind.Invalid);

    public static Error NoScopes { get; } =
        new("identity.access-token-without-scope", "An access token needs at least one scope.", ErrorKind.Invalid);

    public static Error LifetimeOutOfRange { get; } =
        new(
            "identity.access-token-lifetime",
            $"An access token expires in the future, at most {PersonalAccessToken.MaxLifetimeDays} days from now.",
            ErrorKind.Invalid
        );

    public static Error TooMany { get; } =
        new(
            "identity.too-many-access-tokens",
            $"A person can have {PersonalAccessToken.MaxPerPerson} usable access tokens. Revoke one first."
        );

    public static Error NotFound { get; } =
        new("identity.access-token-not-found", "There is no such access token.", ErrorKind.NotFound);

    public static Error ScopeUnknown(string scope) =>
        new(
            "identity.scope-unknown",
            $"There is no scope '{scope}'. Scopes are {string.Join(", ", TokenScopes.Known)}.",
            ErrorKind.Invalid
        );
}
