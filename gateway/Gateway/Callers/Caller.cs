using System.Security.Claims;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Authorization;

namespace FlowPlatform.Gateway.Callers;

/// <summary>
/// Who makes the request, as the checked access token says. It carries the header that services get.
/// </summary>
internal sealed record Caller(string PersonId, ClaimsPrincipal Principal, string Authorization, DateTimeOffset Until)
{
    private bool HasAnyRole { get; } = new CurrentUser(Principal).HasAnyRole;

    /// <summary>A person without any role may enter nowhere. The services ask for more, each for itself.</summary>
    public static bool MayEnter(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.Features.Get<Caller>() is { HasAnyRole: true };
}

/// <summary>
/// The outcome of looking for a caller: one of the two, or neither when the request carries no credential.
/// </summary>
internal readonly record struct CallerResult(Caller? Caller, Refusal? Refusal)
{
    public static implicit operator CallerResult(Caller caller) => new(caller, null);

    public static implicit operator CallerResult(Refusal refusal) => new(null, refusal);
}
