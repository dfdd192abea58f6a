using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Identity.Features.Passwords;

internal static class PersonOnly
{
    private static readonly Error Refusal = new(
        "identity.personal-access-token-refused",
        "This needs the person: sign in, a personal access token is not enough.",
        ErrorKind.Forbidden
    );

    /// <summary>
    /// A leaked access token must not be able to make another one, set a password or give itself rights.
    /// </summary>
    public static TBuilder RefusePersonalAccessTokens<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(
            static async (context, next) =>
                context.HttpContext.User.HasClaim(claim => claim.Type == FlowClaims.Scope)
                    ? Refusal.ToProblem()
                    : await next(context)
        );
}
