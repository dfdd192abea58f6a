using FlowPlatform.Identity.Features.AccessTokens;
using FlowPlatform.Identity.Features.Passwords;

namespace FlowPlatform.Identity.Features.Me;

internal static class MeEndpoints
{
    internal static void MapMe(this RouteGroupBuilder identity)
    {
        var me = identity.MapGroup("/me").WithTags("Me");
        me.MapReadMe();
        me.MapChangePassword();
        var tokens = me.MapGroup("/access-tokens");
        tokens.MapListAccessTokens();
        tokens.MapCreateAccessToken();
        tokens.MapRevokeAccessToken();
    }
}
