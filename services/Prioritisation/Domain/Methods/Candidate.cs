namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>An option as the methods see it. Place is its position in the tie-break order; no two share one.</summary>
internal sealed record Candidate(Guid OptionId, WorkCategory Category, int Place);
