using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Identity.Features.Keys;

internal static class KeyEndpoints
{
    internal static void MapKeys(this RouteGroupBuilder identity)
    {
        var keys = identity.MapGroup("").WithTags("Keys").RequireRoles(Roles.Admin);
        keys.MapListKeys();
        keys.MapRotateKeys();
    }

    /// <summary>The two documents of OpenID Connect discovery, at the root and under the service's prefix.</summary>
    internal static void MapDiscovery(this IEndpointRouteBuilder app)
    {
        foreach (var prefix in new[] { "", "/identity" })
        {
            var open = app.MapGroup($"{prefix}/.well-known").WithTags("Discovery").AllowAnonymous();
            open.MapDiscoveryDocument(prefix);
            open.MapKeySet(prefix);
        }
    }
}
