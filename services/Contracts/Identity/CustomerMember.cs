namespace FlowPlatform.Contracts.Identity;

/// <summary>A person who acts for an internal customer. Role is "requester" or "stakeholder".</summary>
public sealed record CustomerMember(Guid PersonId, string Role);
