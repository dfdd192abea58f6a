namespace FlowPlatform.Gateway.Sessions;

/// <summary>A browser's stay: the tokens that stand behind its cookie. It never leaves the gateway.</summary>
internal sealed record Session(string AccessToken, string RefreshToken, DateTimeOffset EndsAt);
