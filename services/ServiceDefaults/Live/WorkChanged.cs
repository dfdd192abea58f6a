namespace FlowPlatform.ServiceDefaults.Live;

/// <summary>What a stream follows has changed since. What of it a person may see, a GET of it tells.</summary>
public sealed record WorkChanged(DateTimeOffset At);
