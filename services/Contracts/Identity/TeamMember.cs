namespace FlowPlatform.Contracts.Identity;

/// <summary>A membership. Role is "member" or "lead".</summary>
public sealed record TeamMember(Guid PersonId, string Role);
