namespace FlowPlatform.Intake.Features.Copies;

/// <summary>What Intake needs to know of a customer, from CustomerChanged.</summary>
internal sealed class CustomerCopy
{
    public Guid Id { get; init; }
    public long Version { get; set; }
    public string Name { get; set; } = "";
    public bool IsActive { get; set; }
}

/// <summary>What Intake needs to know of a team, from TeamChanged.</summary>
internal sealed class TeamCopy
{
    public Guid Id { get; init; }
    public long Version { get; set; }
    public string Name { get; set; } = "";
    public bool IsActive { get; set; }
}

/// <summary>The name to show for a person, from PersonChanged.</summary>
internal sealed class PersonCopy
{
    public Guid Id { get; init; }
    public long Version { get; set; }
    public string Name { get; set; } = "";
}
