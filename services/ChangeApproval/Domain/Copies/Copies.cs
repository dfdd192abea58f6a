namespace FlowPlatform.ChangeApproval.Domain.Copies;

/// <summary>What this service knows of a person, from Identity's events.</summary>
internal sealed class Person
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public bool IsActive { get; set; }
    public long Version { get; set; }
}

/// <summary>What this service knows of a team.</summary>
internal sealed class Team
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public bool IsActive { get; set; }
    public IReadOnlyList<Membership> Members { get; set; } = [];
    public long Version { get; set; }
}

internal sealed record Membership(Guid PersonId, bool IsLead);

/// <summary>The work item that a change is for.</summary>
internal sealed class WorkItem
{
    public required Guid Id { get; init; }
    public string? Key { get; set; }
    public string? Title { get; set; }
    public Guid? TeamId { get; set; }
    public Guid? CustomerId { get; set; }
    public bool IsRegulated { get; set; }
    public string? Column { get; set; }

    /// <summary>Prioritisation's and Board's messages count their own versions.</summary>
    public long CommitmentVersion { get; set; }

    public long CardVersion { get; set; }
}

internal sealed class Customer
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public long Version { get; set; }
}
