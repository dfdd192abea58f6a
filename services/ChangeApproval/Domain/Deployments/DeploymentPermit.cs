namespace FlowPlatform.ChangeApproval.Domain.Deployments;

/// <summary>What somebody wants to put where.</summary>
internal sealed record Deployment(string System, string ImplementationDigest, string Environment);

/// <summary>The answer a pipeline got, with the reasons; kept as it was given.</summary>
internal sealed class DeploymentPermit
{
    internal const int NameLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? ChangeId { get; init; }
    public required string System { get; init; }
    public required string ImplementationDigest { get; init; }
    public required string Environment { get; init; }
    public required bool IsAllowed { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }
    public required Guid AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
}

/// <summary>A deployment that took place. Without a change that authorised it, it is an exception.</summary>
internal sealed class DeploymentRecord
{
    internal const int ReferenceLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? ChangeId { get; init; }
    public required string System { get; init; }
    public required string ImplementationDigest { get; init; }
    public required string Environment { get; init; }
    public string? Reference { get; init; }
    public required DateTimeOffset DeployedAt { get; init; }
    public required Guid ReportedBy { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required bool IsException { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }
}
