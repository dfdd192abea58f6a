using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Data.Rows;

/// <summary>A card's state at rest; its owners and blockers stand in tables of their own.</summary>
internal sealed class CardRow
{
    public required Guid Id { get; init; }
    public required Guid BoardId { get; init; }
    public required string Key { get; init; }
    public required string Title { get; set; }
    public required Guid CustomerId { get; init; }
    public Guid? RequesterId { get; init; }
    public required WorkCategory Category { get; init; }
    public required ClassOfService ClassOfService { get; init; }
    public DateOnly? DueDate { get; set; }
    public bool IsRegulated { get; set; }
    public int Rank { get; init; }
    public Guid? OutcomeId { get; init; }
    public Guid? ColumnId { get; set; }
    public double Position { get; set; }
    public required DateTimeOffset AcceptedAt { get; init; }
    public required DateTimeOffset CommittedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public DateTimeOffset? AbandonedAt { get; set; }
    public int ReopenCount { get; set; }
    public string[] Tags { get; set; } = [];
    public string? AiAssistance { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
    public Guid? WholeId { get; init; }
    public int OpenParts { get; set; }
    public long Version { get; set; }
}
