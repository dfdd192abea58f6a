namespace FlowPlatform.Contracts.Identity;

/// <summary>
/// What a service has copied of one kind: how many, and the sum of their versions. A copy is never newer than its original and nothing
/// is ever deleted, so equal figures on both sides mean equal copies.
/// </summary>
public sealed record CopiedSoFar(long Count, long Versions);
