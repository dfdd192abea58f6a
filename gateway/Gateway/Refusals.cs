namespace FlowPlatform.Gateway;

/// <summary>Every refusal that the gateway words itself.</summary>
internal static class Refusals
{
    public static readonly Refusal NotSignedIn = new(
        StatusCodes.Status401Unauthorized,
        "not-signed-in",
        "Sign in first.",
        "Send an access token or a personal access token as 'Authorization: Bearer ...', or sign in with POST /session."
    );

    public static readonly Refusal TokenRefused = new(
        StatusCodes.Status401Unauthorized,
        "token-refused",
        "The token is not valid.",
        "It has expired, was revoked, or was not issued for this platform. Get a new one."
    )
    {
        TokenError = "invalid_token",
    };

    public static readonly Refusal SessionEnded = new(
        StatusCodes.Status401Unauthorized,
        "session-ended",
        "The session has ended.",
        "Sign in again with POST /session."
    );

    public static readonly Refusal NoRole = new(
        StatusCodes.Status403Forbidden,
        "no-role",
        "You may not do this.",
        "You hold no role in the organisation, in a team or for a customer. An administrator can give you one."
    );

    public static readonly Refusal NotFound = new(
        StatusCodes.Status404NotFound,
        "not-found",
        "Not found.",
        "There is nothing at this address. GET /api shows what there is."
    );

    public static readonly Refusal CrossSite = new(
        StatusCodes.Status403Forbidden,
        "header-missing",
        "The request may come from another site.",
        "With the session cookie, everything but reading needs the header 'X-Requested-With: FlowPlatform'."
    );

    public static readonly Refusal SignInUnavailable = new(
        StatusCodes.Status503ServiceUnavailable,
        "identity-unavailable",
        "Nobody can be signed in at the moment.",
        "The identity service does not answer. Try again in a moment."
    )
    {
        RetryAfter = TimeSpan.FromSeconds(2),
    };

    public static Refusal TooManyRequests(TimeSpan retryAfter) =>
        new(
            StatusCodes.Status429TooManyRequests,
            "too-many-requests",
            "Too many requests.",
            "Wait as long as Retry-After says, then go on more slowly."
        )
        {
            RetryAfter = retryAfter,
        };

    public static Refusal TooLarge(long largest) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            "too-large",
            "The request is too large.",
            $"Its body may hold at most {largest:N0} bytes here."
        );

    public static Refusal ServiceAbsent(string service) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "service-unavailable",
            "The service is not available.",
            $"No address of the service '{service}' is known to the gateway, or none may be used now."
        )
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };

    public static Refusal ServiceFailed(string service) =>
        new(
            StatusCodes.Status502BadGateway,
            "service-failed",
            "The service did not answer.",
            $"The service '{service}' could not be reached or broke off. Whether the request had an effect is not known: "
                + "repeat it with the same Idempotency-Key."
        );

    public static Refusal ServiceSlow(string service) =>
        new(
            StatusCodes.Status504GatewayTimeout,
            "service-slow",
            "The service did not answer in time.",
            $"The service '{service}' may still be working. Repeat the request with the same Idempotency-Key."
        );

    public static Refusal BrokenRequest(int status) =>
        new(status, "broken-request", "The request could not be read.", "Its body ended early or was sent too slowly.");
}
