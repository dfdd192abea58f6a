namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>What a token says of a person, read in one round trip.</summary>
internal sealed class PersonClaims
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string[] Roles { get; init; }
    public required string[] Teams { get; init; }
    public required string[] Customers { get; init; }
    public required bool IsLockedOut { get; init; }
}
