namespace FlowPlatform.Contracts.Identity;

/// <summary>
/// A service that keeps copies of the organisation has started and says what it has; a kind that it does not keep is null. Identity tells
/// again what is missing there, with present versions and an empty By.
/// </summary>
public sealed record DirectoryRequested(
    string Service,
    CopiedSoFar? People,
    CopiedSoFar? Teams,
    CopiedSoFar? Customers,
    DateTimeOffset OccurredAt
);
