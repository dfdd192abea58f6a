using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Commitments;

/// <summary>A work item that asks to enter To do, with the outcome that allows it.</summary>
internal sealed record Commitment(
    Guid WorkItemId,
    Guid BoardId,
    ClassOfService ClassOfService,
    Guid? OutcomeId,
    IReadOnlyList<Guid> CommittedIds,
    string? Signature,
    string? Reason
);

/// <summary>
/// Nothing enters To do without the signed outcome of an agreed session; only expedite goes round the session.
/// </summary>
internal static class CommitmentRules
{
    internal static Error? Broken(Commitment commitment, string signingKey)
    {
        if (commitment.OutcomeId is null && commitment.ClassOfService != ClassOfService.Expedite)
        {
            return WithoutOutcome;
        }

        if (commitment.OutcomeId is null && string.IsNullOrWhiteSpace(commitment.Reason))
        {
            return WithoutReason;
        }

        if (!commitment.CommittedIds.Contains(commitment.WorkItemId))
        {
            return NotInOutcome;
        }

        var expected = commitment.OutcomeId is { } outcome
            ? OutcomeSignature.OfOutcome(signingKey, outcome, commitment.BoardId, commitment.CommittedIds)
            : OutcomeSignature.OfExpedite(signingKey, commitment.BoardId, commitment.WorkItemId);
        return OutcomeSignature.IsSame(expected, commitment.Signature) ? null : BadSignature;
    }

    internal static Error UnknownWord(string category, string classOfService) =>
        new("commitment-unreadable", $"No such category or class of service: {category}, {classOfService}.");

    internal static readonly Error WithoutOutcome = new(
        "outcome-missing",
        "Only expedite work is committed without the outcome of a session."
    );

    internal static readonly Error WithoutReason = new(
        "expedite-reason-missing",
        "An expedite goes past the session, and past the limits of the columns, only with a recorded reason."
    );

    internal static readonly Error NotInOutcome = new(
        "not-in-outcome",
        "The outcome that was given does not name this work item."
    );

    internal static readonly Error BadSignature = new(
        "outcome-signature-invalid",
        "The signature of the outcome is not valid."
    );

    internal static readonly Error UnknownBoard = new("board-unknown", "There is no such board.", ErrorKind.NotFound);

    internal static readonly Error AlreadyCommitted = new(
        "already-on-a-board",
        "The work item already stands on a board."
    );
}
