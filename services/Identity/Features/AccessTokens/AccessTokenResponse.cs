using FlowPlatform.Identity.Domain.AccessTokens;

namespace FlowPlatform.Identity.Features.AccessTokens;

/// <summary>A personal access token without its secret.</summary>
/// <param name="LastUsedOn">The last day (UTC) it was exchanged for an access token; null when it never was.</param>
public sealed record AccessTokenResponse(
    Guid Id,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateOnly? LastUsedOn
)
{
    internal static AccessTokenResponse From(PersonalAccessToken token) =>
        new(token.Id, token.Name, token.Scopes, token.CreatedAt, token.ExpiresAt, token.RevokedAt, token.LastUsedOn);
}
