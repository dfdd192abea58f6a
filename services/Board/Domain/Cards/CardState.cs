using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Cards;

/// <summary>
/// A card as it stands. The instants are c (accepted), m (committed), s (started) and f (finished) of the definitions.
/// A card stands in one column, or in none before it is placed and after it was abandoned.
/// </summary>
internal sealed record CardState
{
    public required Guid Id { get; init; }
    public required Guid BoardId { get; init; }
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required Guid CustomerId { get; init; }
    public Guid? RequesterId { get; init; }
    public required WorkCategory Category { get; init; }
    public required ClassOfService ClassOfService { get; init; }
    public DateOnly? DueDate { get; init; }
    public bool IsRegulated { get; init; }
    public int Rank { get; init; }
    public Guid? OutcomeId { get; init; }
    public Guid? ColumnId { get; init; }
    public double Position { get; init; }
    public IReadOnlyList<Guid> Owners { get; init; } = [];
    public IReadOnlyList<Guid> OpenBlockers { get; init; } = [];
    public required DateTimeOffset AcceptedAt { get; init; }
    public required DateTimeOffset CommittedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public DateTimeOffset? AbandonedAt { get; init; }
    public int ReopenCount { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How AI helped with it; null where nobody says that it did.</summary>
    public string? AiAssistance { get; init; }

    /// <summary>A closed card that is out of sight; it stays in the measures and is found by a search.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>The card that this one was split off.</summary>
    public Guid? WholeId { get; init; }

    /// <summary>How many cards that were split off this one are open; it is finished last.</summary>
    public int OpenParts { get; init; }

    /// <summary>The number of facts in the card's history.</summary>
    public long Version { get; init; }

    internal bool IsOpen => FinishedAt is null && AbandonedAt is null;
}
