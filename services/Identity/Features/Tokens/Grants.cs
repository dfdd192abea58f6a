using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.AccessTokens;
using FlowPlatform.Identity.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>Redeems each grant for an access token.</summary>
internal sealed class Grants(
    IdentityDbContext db,
    PasswordCheck passwords,
    Sessions sessions,
    TokenIssuer issuer,
    IdentityMetrics metrics,
    TimeProvider clock
)
{
    public async Task<Result<TokenResponse>> RedeemAsync(PasswordGrantRequest request, CancellationToken ct)
    {
        var personId = await passwords.SignInAsync(request.Email.Trim(), request.Password, ct);
        var person = personId is { } id ? await db.ReadClaimsAsync(id, clock.GetUtcNow(), ct) : null;
        if (person is null)
        {
            metrics.Refused("password");
            return SessionErrors.SignInRefused;
        }

        var (refreshToken, endsAt) = sessions.Start(person.Id);
        await db.SaveChangesAsync(ct);
        metrics.Issued("password");
        return Answer(person, refreshToken, endsAt);
    }

    public async Task<Result<TokenResponse>> RedeemAsync(RefreshGrantRequest request, CancellationToken ct)
    {
        var continued = await db.InTransactionAsync(token => sessions.ContinueAsync(request.RefreshToken, token), ct);
        if (continued.IsRefused)
        {
            metrics.Refused("refresh");
            return continued.Error;
        }

        metrics.Issued("refresh");
        var session = continued.Value;
        return Answer(session.Person, session.RefreshToken, session.ExpiresAt);
    }

    public async Task<Result<TokenResponse>> RedeemAsync(PersonalAccessTokenGrantRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hash = Secret.HashOf(request.Token);
        var token = await db.AccessTokens.AsNoTracking().SingleOrDefaultAsync(known => known.Hash == hash, ct);
        var person = token?.IsUsableAt(now) == true ? await db.ReadClaimsAsync(token.PersonId, now, ct) : null;
        if (token is null || person is null)
        {
            metrics.Refused("personal-access-token");
            return SessionErrors.AccessTokenInvalid;
        }

        await NoteUseAsync(token, now, ct);
        metrics.Issued("personal-access-token");
        var (accessToken, expiresIn) = issuer.Issue(person, token.Scopes, token.ExpiresAt);
        return new TokenResponse(accessToken, "Bearer", expiresIn, null, null);
    }

    private Task NoteUseAsync(PersonalAccessToken token, DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return token.LastUsedOn == today
            ? Task.CompletedTask
            : db
                .AccessTokens.Where(known => known.Id == token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.LastUsedOn, today), ct);
    }

    private TokenResponse Answer(PersonClaims person, Secret refreshToken, DateTimeOffset endsAt)
    {
        var (accessToken, expiresIn) = issuer.Issue(person, scopes: null, endsAt);
        var left = (int)(endsAt - clock.GetUtcNow()).TotalSeconds;
        return new TokenResponse(accessToken, "Bearer", expiresIn, refreshToken.Text, left);
    }
}
