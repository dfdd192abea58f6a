namespace FlowPlatform.ChangeApproval.Domain.Changes;

/// <summary>An act that a control refused: nothing happened, and that somebody tried stays on record.</summary>
internal sealed class RefusedAttempt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ChangeId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Act { get; init; }
    public required string Code { get; init; }
    public required DateTimeOffset At { get; init; }
}
