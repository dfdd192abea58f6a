using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlowPlatform.ServiceDefaults.Security;

/// <summary>Asks for a person with at least one role and, for a personal access token, for the scope of this service.</summary>
internal sealed class PlatformAccess : IAuthorizationRequirement;

internal sealed class PlatformAccessHandler(ServiceIdentity service, IHttpContextAccessor accessor)
    : AuthorizationHandler<PlatformAccess>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PlatformAccess requirement)
    {
        if (new CurrentUser(context.User).HasAnyRole && IsInScope(context))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool IsInScope(AuthorizationHandlerContext context)
    {
        var scopes = context.User.FindAll(FlowClaims.Scope).Select(claim => claim.Value).ToList();
        if (scopes.Count == 0 || service.IsGateway || scopes.Contains("all"))
        {
            return true;
        }

        var method = accessor.HttpContext?.Request.Method ?? HttpMethods.Post;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        return scopes.Contains($"{service.Name}:write") || (reads && scopes.Contains($"{service.Name}:read"));
    }
}

public static class RoleRequirements
{
    /// <summary>Only people with one of these organisation-wide roles; everybody else gets 403.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder builder, params string[] roles)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(policy =>
            policy.AddRequirements(new PlatformAccess()).RequireClaim(FlowClaims.Role, roles)
        );
}
