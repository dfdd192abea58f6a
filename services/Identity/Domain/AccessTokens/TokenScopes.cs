namespace FlowPlatform.Identity.Domain.AccessTokens;

/// <summary>What a personal access token can be limited to: reading or writing one area, or everything.</summary>
internal static class TokenScopes
{
    public const string All = "all";

    private static readonly string[] Areas = ["identity", "intake", "prioritisation", "board", "changes", "ai"];

    public static IReadOnlyList<string> Known { get; } =
    [All, .. Areas.SelectMany(area => new[] { $"{area}:read", $"{area}:write" })];
}
