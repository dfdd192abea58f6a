namespace FlowPlatform.Contracts.AiAdoption;

/// <summary>A figure was withheld because it would have told something about fewer than k people.</summary>
public sealed record FigureSuppressed(string Figure, string Group, string Reason, DateTimeOffset OccurredAt);
