using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>What a state of the source means here.</summary>
public enum SourceOutcome
{
    Waiting,
    Active,
    Done,
    Withdrawn,
}

/// <summary>One good row of a foreign file: what it says about its case at one time.</summary>
internal sealed record CaseRow
{
    public required string Reference { get; init; }
    public required long Line { get; init; }
    public required string State { get; init; }
    public required SourceOutcome Outcome { get; init; }
    public required DateTimeOffset At { get; init; }
    public int Order { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public Practice Practice { get; init; }
    public WorkCategory Category { get; init; }
    public Severity Impact { get; init; }
    public Severity Urgency { get; init; }
    public DateOnly? DueDate { get; init; }
    public Guid CustomerId { get; init; }
    public int ReopenCount { get; init; }
    public bool IsRegulated { get; init; }
}

/// <summary>Why a row was refused. Column is null when the row as a whole is at fault.</summary>
internal sealed record RowProblem(string? Column, string Reason);
