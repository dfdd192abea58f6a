using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.AiAdoption.Data;

/// <summary>Turns people into pseudonyms: the first 128 bits of HMAC-SHA-256 of the person id. The way back needs the secret and a guess.</summary>
internal sealed class Pseudonyms(AiAdoptionDbContext db)
{
    private byte[]? _secret;

    public async Task<Guid> OfAsync(Guid personId, CancellationToken ct)
    {
        _secret ??= await SecretAsync(ct);
        return new Guid(HMACSHA256.HashData(_secret, personId.ToByteArray()).AsSpan(0, 16));
    }

    public async Task<HashSet<Guid>> OfAsync(IEnumerable<Guid> people, CancellationToken ct)
    {
        var pseudonyms = new HashSet<Guid>();
        foreach (var person in people)
        {
            pseudonyms.Add(await OfAsync(person, ct));
        }

        return pseudonyms;
    }

    private async Task<byte[]> SecretAsync(CancellationToken ct)
    {
        var made = RandomNumberGenerator.GetBytes(32);
        // Two requests may come first at the same time: one secret wins, both read it.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO pseudonym_keys (id, secret) VALUES (1, {made}) ON CONFLICT DO NOTHING",
            ct
        );
        return await db.PseudonymKeys.AsNoTracking().Select(key => key.Secret).SingleAsync(ct);
    }
}
