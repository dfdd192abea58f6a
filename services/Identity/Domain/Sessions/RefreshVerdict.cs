namespace FlowPlatform.Identity.Domain.Sessions;

/// <summary>What a refresh token is good for.</summary>
internal enum RefreshVerdict
{
    Usable,
    Reused,
    Ended,
}
