using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>Ends the session that a refresh token belongs to.</summary>
public sealed record RevokeTokenRequest([Required, StringLength(100)] string RefreshToken);

internal static class RevokeToken
{
    internal static void MapRevokeToken(this RouteGroupBuilder tokens) =>
        tokens
            .MapPost("/revoke", Handle)
            .WithName(nameof(RevokeToken))
            .WithSummary("Ends a session. An unknown token is answered alike, so that nobody learns which exist.")
            .AllowAnonymous();

    internal static async Task<NoContent> Handle(RevokeTokenRequest request, Sessions sessions, CancellationToken ct)
    {
        await sessions.EndAsync(request.RefreshToken, ct);
        return TypedResults.NoContent();
    }
}
