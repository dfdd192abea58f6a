using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.AccessTokens;

/// <summary>
/// A long-lived secret of a person for client apps and pipelines, known by its hash alone. Invariants: it has at least
/// one known scope, expires within a year, and never comes back after it was revoked.
/// </summary>
internal sealed class PersonalAccessToken
{
    public const int NameMaxLength = 100;
    public const int MaxLifetimeDays = 366;
    public const int MaxPerPerson = 50;

    private PersonalAccessToken() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] Hash { get; private set; } = [];
    public string[] Scopes { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>
    /// A day is enough to find tokens nobody uses, and costs one write a day instead of one a request.
    /// </summary>
    public DateOnly? LastUsedOn { get; private set; }

    public static Result<PersonalAccessToken> Create(
        Guid personId,
        string name,
        IEnumerable<string> scopes,
        DateTimeOffset expiresAt,
        byte[] hash,
        DateTimeOffset now
    )
    {
        var wanted = scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (Refusal(name.Trim(), wanted, expiresAt - now) is { } refusal)
        {
            return refusal;
        }

        return new PersonalAccessToken
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId,
            Name = name.Trim(),
            Hash = hash,
            Scopes = wanted,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
    }

    public bool IsUsableAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    private static Error? Refusal(string name, string[] scopes, TimeSpan lifetime)
    {
        if (name.Length is 0 or > NameMaxLength)
        {
            return PersonalAccessTokenErrors.NameMissing;
        }

        if (scopes.Length == 0)
        {
            return PersonalAccessTokenErrors.NoScopes;
        }

        if (scopes.FirstOrDefault(scope => !TokenScopes.Known.Contains(scope)) is { } unknown)
        {
            return PersonalAccessTokenErrors.ScopeUnknown(unknown);
        }

        return lifetime > TimeSpan.Zero && lifetime <= TimeSpan.FromDays(MaxLifetimeDays)
            ? null
            : PersonalAccessTokenErrors.LifetimeOutOfRange;
    }
}
