namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>The order of the pooled ranks, and the groups of options that beat one another in a ring.</summary>
internal sealed record SchulzeResult(IReadOnlyList<SchulzePlace> Places, IReadOnlyList<IReadOnlyList<Guid>> Cycles);

/// <summary>Place 1 is the best; options that do not beat one another may share a place.</summary>
public sealed record SchulzePlace(Guid OptionId, int Place);
