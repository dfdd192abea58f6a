namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>Who acts, and whether the person belongs to the delivering team and is therefore recused.</summary>
internal sealed record Actor(Guid PersonId, bool IsRecused);
