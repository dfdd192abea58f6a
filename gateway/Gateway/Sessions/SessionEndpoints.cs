using FlowPlatform.Gateway.Limits;

namespace FlowPlatform.Gateway.Sessions;

/// <summary>The browser's way in: sign in, who is signed in, sign out.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder endpoints)
    {
        var session = endpoints.MapGroup("/session").WithTags("Session");
        session
            .MapPost("/", SignIn.Handle)
            .WithName(nameof(SignIn))
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.SignInPolicy)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        session
            .MapGet("/", ShowSession.Handle)
            .WithName(nameof(ShowSession))
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        session.MapDelete("/", SignOut.Handle).WithName(nameof(SignOut)).AllowAnonymous();
    }
}
