using System.Collections.Concurrent;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>The signing keys in memory, as the database last had them.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, KeySealer sealer, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, RingKey> _ready = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<RingKey> _keys = [];

    /// <exception cref="NoSigningKeyException">No key has been loaded yet.</exception>
    public SigningCredentials Signer =>
        SignerAt(clock.GetUtcNow()) ?? throw new NoSigningKeyException("The signing keys have not been loaded yet.");

    public bool CanSign => SignerAt(clock.GetUtcNow()) is not null;

    public IReadOnlyList<PublishedKey> Published => [.. Trusted().Select(key => key.Published)];

    public IReadOnlyList<SecurityKey> Verifying => [.. Trusted().Select(key => key.Verifies)];

    public IReadOnlyList<SigningKey> Known => [.. _keys.Select(key => key.Key)];

    public async Task ReloadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        // Also keys to come: they are published before they sign.
        var now = clock.GetUtcNow();
        var stored = await db
            .SigningKeys.AsNoTracking()
            .Where(key => key.TrustedUntil == null || key.TrustedUntil > now)
            .ToListAsync(ct);
        Take(stored);
    }

    /// <summary>Which of the stored keys this process can sign with.</summary>
    public bool CanSignWith(SigningKey key) => Ready(key).Signs is not null;

    private void Take(List<SigningKey> stored)
    {
        _keys = [.. stored.Select(key => Ready(key).With(key))];
        foreach (var gone in _ready.Keys.Except(stored.Select(key => key.KeyId), StringComparer.Ordinal))
        {
            _ready.TryRemove(gone, out _);
        }
    }

    private RingKey Ready(SigningKey key) => _ready.GetOrAdd(key.KeyId, _ => new RingKey(key, sealer));

    private SigningCredentials? SignerAt(DateTimeOffset now)
    {
        var keys = _keys;
        var signer = KeySchedule.SignerAt(keys.Where(key => key.Signs is not null).Select(key => key.Key), now);
        return keys.FirstOrDefault(key => key.Key == signer)?.Signs;
    }

    private IEnumerable<RingKey> Trusted()
    {
        var now = clock.GetUtcNow();
        return _keys.Where(key => key.Key.IsTrustedAt(now)).OrderBy(key => key.Key.SignsFrom);
    }
}
