using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// Why time passes, by fixed precedence: a blocked card is blocked even where it also waits for approval, and so on
/// down. Waiting for agreement lies before m and is told beside the account.
/// </summary>
public enum TimeClass
{
    Blocked,
    WaitingForApproval,
    WaitingForPerson,
    Queue,
    Active,

    /// <summary>Believed finished until it was reopened.</summary>
    Reopened,
}

/// <summary>A piece of a card's time that has one cause.</summary>
internal sealed record TimePiece(TimeClass Class, string? Reason, DateTimeOffset From, DateTimeOffset To)
{
    internal TimeSpan Length => To - From;
}

/// <summary>A fact of a card's history, as the account reads it.</summary>
internal sealed record AccountFact(
    TransitionKind Kind,
    DateTimeOffset At,
    Guid? ToColumn,
    Guid? BlockerId,
    string? Reason,
    IReadOnlyList<Guid>? Owners,
    int? WorkflowVersion = null
);

/// <summary>
/// The waste account: every tick of a card's lead time [m, f) has exactly one cause, so its classes add up to the lead
/// time exactly. It reads the history alone; no timers.
/// </summary>
internal static class WasteAccount
{
    /// <summary>
    /// The pieces of [committed, end) in order, without gap or overlap. Facts stand in the order of the history.
    /// </summary>
    internal static IReadOnlyList<TimePiece> Of(
        DefinitionOfWorkflow workflow,
        DateTimeOffset committed,
        DateTimeOffset end,
        IEnumerable<AccountFact> facts
    ) => Of(WorkflowVersions.Only(workflow), committed, end, facts);

    /// <summary>The same, where each fact is judged by the version that was in force.</summary>
    internal static IReadOnlyList<TimePiece> Of(
        WorkflowVersions workflows,
        DateTimeOffset committed,
        DateTimeOffset end,
        IEnumerable<AccountFact> facts
    )
    {
        var pieces = new List<TimePiece>();
        var standing = new Standing(workflows);
        var from = committed;
        foreach (var fact in facts)
        {
            var at = fact.At < from ? from : fact.At;
            if (at >= end)
            {
                break;
            }

            Add(pieces, standing.Cause, from, at);
            standing.Take(fact);
            from = at;
        }

        Add(pieces, standing.Cause, from, end);
        return pieces;
    }

    private static void Add(
        List<TimePiece> pieces,
        (TimeClass Class, string? Reason) cause,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        if (to <= from)
        {
            return;
        }

        // What changes nothing leaves the account as it was: pieces of one cause that touch are one piece.
        if (pieces is [.., var last] && (last.Class, last.Reason) == cause && last.To == from)
        {
            pieces[^1] = last with { To = to };
            return;
        }

        pieces.Add(new(cause.Class, cause.Reason, from, to));
    }

    /// <summary>What a card's time is spent on, at a moment of its history.</summary>
    private sealed class Standing(WorkflowVersions workflows)
    {
        private readonly Dictionary<Guid, string> _blockers = [];
        private Column? _column = workflows.Current.CommitmentColumn;
        private bool _isOwned;
        private bool _waitsForApproval;

        internal (TimeClass Class, string? Reason) Cause =>
            this switch
            {
                { _column.Kind: ColumnKind.Done } => (TimeClass.Reopened, null),
                { _blockers.Count: > 0 } => (TimeClass.Blocked, _blockers.Values.First()),
                { _waitsForApproval: true } => (TimeClass.WaitingForApproval, null),
                { _column.IsActive: true, _isOwned: false } => (TimeClass.WaitingForPerson, null),
                { _column.IsActive: true } => (TimeClass.Active, null),
                _ => (TimeClass.Queue, null),
            };

        internal void Take(AccountFact fact)
        {
            // A column that the definition does not know counts as a queue.
            _column = fact.ToColumn is { } to ? workflows.Of(fact.WorkflowVersion).Find(to) : _column;
            _isOwned = fact.Owners is { } owners ? owners.Count > 0 : _isOwned;
            switch (fact.Kind)
            {
                case TransitionKind.Blocked when fact.BlockerId is { } blocker:
                    _blockers[blocker] = fact.Reason ?? nameof(BlockerReason.Other);
                    break;
                case TransitionKind.Unblocked when fact.BlockerId is { } blocker:
                    _blockers.Remove(blocker);
                    break;
                case TransitionKind.ApprovalRequested or TransitionKind.ApprovalLost:
                    _waitsForApproval = true;
                    break;
                case TransitionKind.ApprovalGiven:
                    _waitsForApproval = false;
                    break;
            }
        }
    }
}
