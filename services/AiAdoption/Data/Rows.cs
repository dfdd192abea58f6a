namespace FlowPlatform.AiAdoption.Data;

/// <summary>Copy of a person, from PersonChanged: to find whose a usage row is, and who is eligible.</summary>
internal sealed class PersonCopy
{
    public required Guid PersonId { get; init; }

    public long Version { get; set; }

    public required string Email { get; set; }

    public bool IsActive { get; set; }
}

/// <summary>Copy of a team, from TeamChanged.</summary>
internal sealed class GroupCopy
{
    public required Guid TeamId { get; init; }

    public long Version { get; set; }

    public required string Name { get; set; }

    public string? Function { get; set; }
}

internal sealed class GroupMember
{
    public required Guid TeamId { get; init; }

    public required Guid PersonId { get; init; }
}

/// <summary>A usage row as it came, under a pseudonym. Kept for 90 days, to recognise repetition.</summary>
internal sealed class UsageEvent
{
    public required string EventId { get; init; }

    public required Guid Pseudonym { get; init; }

    public required DateOnly Day { get; init; }
}

/// <summary>What one pseudonym did with one tool on one day. Reads cost by people and days asked for, not by history.</summary>
internal sealed class DailyUsage
{
    public required Guid Pseudonym { get; init; }

    public required DateOnly Day { get; init; }

    public required string Tool { get; init; }

    public int Acts { get; set; }

    public int Exposures { get; set; }
}

/// <summary>A licence that a person holds.</summary>
internal sealed class Seat
{
    public required Guid Pseudonym { get; init; }

    public required string Tool { get; init; }

    public required DateOnly AssignedOn { get; init; }
}

/// <summary>A figure that was released, with the people it was about (pseudonyms): no later figure may be subtracted from it.</summary>
internal sealed class ReleasedFigure
{
    public required DateOnly PeriodEnd { get; init; }

    public required string Figure { get; init; }

    /// <summary>The group, "organisation" or "team:{id}".</summary>
    public required string Group { get; init; }

    public required Guid[] Members { get; set; }

    /// <summary>Null while it is withheld. Once released it stays as it is: two answers could be subtracted.</summary>
    public int? Value { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The secret under which people become pseudonyms; made at first use, never leaves the database.</summary>
internal sealed class PseudonymKey
{
    public int Id { get; init; } = 1;

    public required byte[] Secret { get; init; }
}
