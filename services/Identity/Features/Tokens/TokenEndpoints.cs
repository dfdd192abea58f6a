namespace FlowPlatform.Identity.Features.Tokens;

internal static class TokenEndpoints
{
    internal static void MapTokens(this RouteGroupBuilder identity)
    {
        var tokens = identity.MapGroup("/tokens").WithTags("Tokens");
        tokens.MapIssueToken();
        tokens.MapRevokeToken();
    }
}
