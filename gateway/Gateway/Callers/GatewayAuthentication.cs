using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway.Callers;

/// <summary>
/// The gateway's only way to sign a request in. Refusals are answered as problem details that say what to do.
/// </summary>
internal sealed class GatewayAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    CallerFinder callers
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Gateway";
    private Refusal? _refusal;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var found = await callers.FindAsync(Context);
        if (found.Caller is { } caller)
        {
            Context.Features.Set(caller);
            return AuthenticateResult.Success(new AuthenticationTicket(caller.Principal, SchemeName));
        }

        _refusal = found.Refusal;
        return _refusal is null ? AuthenticateResult.NoResult() : AuthenticateResult.Fail(_refusal.Title);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        (_refusal ?? Refusals.NotSignedIn).WriteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refusals.NoRole.WriteAsync(Context);
}
