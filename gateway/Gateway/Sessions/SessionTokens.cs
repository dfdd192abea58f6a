using FlowPlatform.Gateway.Callers;
using FlowPlatform.Gateway.Identity;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway.Sessions;

/// <summary>Turns a session cookie into the person's access token, which it renews before it expires.</summary>
internal sealed class SessionTokens(
    SessionStore store,
    LiveSessions live,
    IdentityTokens identity,
    AccessTokens accessTokens,
    IOptions<GatewayOptions> options,
    TimeProvider clock
)
{
    private static readonly TimeSpan RenewAhead = TimeSpan.FromSeconds(30);
    private readonly SingleFlight<CallerResult> _loads = new();

    /// <summary>Begins a session, ends the browser's former one, and returns what its cookie shall hold.</summary>
    public async Task<string> BeginAsync(IssuedTokens tokens, string? former)
    {
        if (former is not null)
        {
            await EndAsync(former, CancellationToken.None);
        }

        var id = SessionCookie.NewId();
        var longest = options.Value.SessionLifetime;
        var granted = tokens.RefreshExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : longest;
        var endsAt = clock.GetUtcNow() + (granted < longest ? granted : longest);
        await store.SaveAsync(
            SessionCookie.KeyOf(id),
            new Session(tokens.AccessToken, tokens.RefreshToken ?? "", endsAt)
        );
        return id;
    }

    public ValueTask<CallerResult> CallerOfAsync(string id, CancellationToken ct)
    {
        var key = SessionCookie.KeyOf(id);
        return live.Find(key) is { } caller ? new(caller) : new(_loads.RunAsync(key, () => LoadAsync(key), ct));
    }

    /// <summary>Ends the session here at once, and its tokens at Identity.</summary>
    public async Task EndAsync(string id, CancellationToken ct)
    {
        var key = SessionCookie.KeyOf(id);
        Session? session;
        // A renewal that is under way ends first: it would write the session anew.
        using (await store.LockAsync(key))
        {
            session = await store.ReadAsync(key);
            live.Forget(key);
        }

        if (session is { RefreshToken.Length: > 0 })
        {
            await identity.RevokeAsync(session.RefreshToken, ct);
        }
    }

    private async Task<CallerResult> LoadAsync(string key)
    {
        var session = await store.ReadAsync(key);
        if (session is null || session.EndsAt <= clock.GetUtcNow())
        {
            return Ended(key);
        }

        var known = await accessTokens.CheckAsync(session.AccessToken);
        if (IsFresh(known.Caller))
        {
            return live.Remember(key, session, known.Caller!);
        }

        using var alone = await store.LockAsync(key);
        return await RenewAsync(key);
    }

    /// <summary>Renews the session under its lock.</summary>
    private async Task<CallerResult> RenewAsync(string key)
    {
        // Another replica may have renewed it, or ended it, while this one waited for the lock.
        var session = await store.ReadAsync(key);
        if (session is null)
        {
            return Ended(key);
        }

        var known = await accessTokens.CheckAsync(session.AccessToken);
        if (IsFresh(known.Caller))
        {
            return live.Remember(key, session, known.Caller!);
        }

        var answer = await identity.RefreshAsync(session.RefreshToken, CancellationToken.None);
        if (answer.Tokens is { } tokens)
        {
            return await KeepAsync(key, session, tokens);
        }

        if (answer.IsRefusal)
        {
            return Ended(key);
        }

        // Identity is away: what is still valid goes on being used until it is not.
        return known.Caller is { } caller ? live.Remember(key, session, caller) : Refusals.SignInUnavailable;
    }

    private async Task<CallerResult> KeepAsync(string key, Session session, IssuedTokens tokens)
    {
        var renewed = session with
        {
            AccessToken = tokens.AccessToken,
            RefreshToken = tokens.RefreshToken ?? session.RefreshToken,
        };
        await store.SaveAsync(key, renewed);
        var result = await accessTokens.CheckAsync(renewed.AccessToken);
        return result.Caller is { } caller ? live.Remember(key, renewed, caller) : result;
    }

    private CallerResult Ended(string key)
    {
        live.Forget(key);
        return Refusals.SessionEnded;
    }

    private bool IsFresh(Caller? caller) => caller is not null && caller.Until - clock.GetUtcNow() > RenewAhead;
}
