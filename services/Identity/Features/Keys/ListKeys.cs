using FlowPlatform.Identity.Domain.Keys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>A signing key and its times.</summary>
public sealed record SigningKeyResponse(
    string KeyId,
    DateTimeOffset AnnouncedAt,
    DateTimeOffset SignsFrom,
    DateTimeOffset? TrustedUntil
)
{
    internal static SigningKeyResponse From(SigningKey key) =>
        new(key.KeyId, key.AnnouncedAt, key.SignsFrom, key.TrustedUntil);
}

internal static class ListKeys
{
    internal static void MapListKeys(this RouteGroupBuilder keys) =>
        keys.MapGet("/keys", Handle).WithName(nameof(ListKeys)).WithSummary("The signing keys that are trusted.");

    internal static Ok<IReadOnlyList<SigningKeyResponse>> Handle(KeyRing ring) =>
        TypedResults.Ok<IReadOnlyList<SigningKeyResponse>>([.. ring.Known.Select(SigningKeyResponse.From)]);
}
