using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowPlatform.Identity.Features.Passwords;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>What is exchanged for an access token: one shape for each grant type.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "grantType")]
[JsonDerivedType(typeof(PasswordGrantRequest), "password")]
[JsonDerivedType(typeof(RefreshGrantRequest), "refresh")]
[JsonDerivedType(typeof(PersonalAccessTokenGrantRequest), "personal-access-token")]
public record IssueTokenRequest;

/// <summary>A person signs in.</summary>
public sealed record PasswordGrantRequest(
    [Required, StringLength(254)] string Email,
    [Required, StringLength(PasswordRules.Longest)] string Password
) : IssueTokenRequest;

/// <summary>A session goes on. The refresh token is good for one use; the answer holds the next one.</summary>
public sealed record RefreshGrantRequest([Required, StringLength(100)] string RefreshToken) : IssueTokenRequest;

/// <summary>A client app or pipeline comes with its personal access token.</summary>
public sealed record PersonalAccessTokenGrantRequest([Required, StringLength(100)] string Token) : IssueTokenRequest;

/// <summary>An access token and, for a person's session, the refresh token that continues it.</summary>
/// <param name="ExpiresIn">Seconds the access token lives.</param>
/// <param name="RefreshExpiresIn">Seconds until the session ends for good; refreshing does not lengthen it.</param>
public sealed record TokenResponse(
    string AccessToken,
    string TokenType,
    int ExpiresIn,
    string? RefreshToken,
    int? RefreshExpiresIn
);

internal static class IssueToken
{
    internal static void MapIssueToken(this RouteGroupBuilder tokens) =>
        tokens
            .MapPost("/", Handle)
            .WithName(nameof(IssueToken))
            .WithSummary("Exchanges a password, a refresh token or a personal access token for an access token.")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> Handle(
        IssueTokenRequest request,
        Grants grants,
        SignInLimits limits,
        HttpContext http,
        CancellationToken ct
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (request is PasswordGrantRequest signIn && limits.Refuse(http, signIn.Email) is { } tooMany)
        {
            return tooMany;
        }

        var issued = request switch
        {
            PasswordGrantRequest password => await grants.RedeemAsync(password, ct),
            RefreshGrantRequest refresh => await grants.RedeemAsync(refresh, ct),
            PersonalAccessTokenGrantRequest token => await grants.RedeemAsync(token, ct),
            _ => Problems.Field("grantType", "one of password, refresh, personal-access-token"),
        };
        return issued.IsRefused ? issued.Error.ToSignInProblem() : TypedResults.Ok(issued.Value);
    }
}
