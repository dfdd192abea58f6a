using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.History;

/// <summary>A fact of an imported history, at its true time.</summary>
internal readonly record struct DatedFact(DateTimeOffset At, CardFact Fact);

/// <summary>
/// Turns a case of a foreign log into a card with its history: waiting is To do, working is the first column in
/// progress, blocked is there with a blocker, done is Done, abandoned has left the board. c and m are the opening, since
/// such logs know of no agreement.
/// </summary>
internal sealed class HistoryReplay(DefinitionOfWorkflow workflow, CardState blank, Func<string, Guid> idOf)
{
    private readonly List<DatedFact> _facts = [];
    private string? _blockedBy;

    private CardState Card { get; set; } = blank;

    internal static (CardState Card, IReadOnlyList<DatedFact> Facts) Of(
        DefinitionOfWorkflow workflow,
        CaseHistory history,
        CardState blank,
        Func<string, Guid> idOf
    )
    {
        var replay = new HistoryReplay(workflow, blank, idOf);
        replay.Enter(workflow.CommitmentColumn, history.OpenedAt, TransitionKind.Placed);
        // A change that claims to lie before the opening happened with it.
        var changes = history
            .Changes.OrderBy(change => change.At)
            .Select(change => change with { At = change.At < history.OpenedAt ? history.OpenedAt : change.At })
            .ToList();
        // Abandoned and taken up again: it went on, for a card does not come back from there.
        var last = changes.FindLastIndex(change => change.State != CaseState.Abandoned);
        foreach (var change in changes.Take(last + 1).Where(change => change.State != CaseState.Abandoned))
        {
            replay.Take(change);
        }

        if (changes.Count > last + 1)
        {
            replay.Abandon(changes[last + 1].At);
        }

        return (replay.Card with { Version = replay._facts.Count }, replay._facts);
    }

    private void Take(CaseChange change)
    {
        if (change.BlockedBy != _blockedBy)
        {
            Unblock(change.At);
        }

        var column = ColumnOf(change);
        if (column.Id != Card.ColumnId)
        {
            Enter(column, change.At, Card.FinishedAt is null ? TransitionKind.Moved : TransitionKind.Reopened);
        }

        Own(column.Kind == ColumnKind.Done ? null : change.Assignee, change.At);
        if (change.BlockedBy is { } reason && Card.OpenBlockers.Count == 0)
        {
            _blockedBy = reason;
            var blocker = idOf($"{Card.Key} blocker {_facts.Count}");
            Card = Card with { OpenBlockers = [blocker] };
            Add(change.At, new(TransitionKind.Blocked) { BlockerId = blocker, Reason = reason });
        }
    }

    private Column ColumnOf(CaseChange change) =>
        workflow.FindByName(change.Column)
        ?? change.State switch
        {
            CaseState.Waiting => workflow.CommitmentColumn,
            CaseState.Done => workflow.FirstDone,
            // Blocked where it stood, if work had begun.
            CaseState.Blocked when workflow.Find(Card.ColumnId)?.Kind == ColumnKind.InProgress => workflow.Find(
                Card.ColumnId
            )!,
            _ => workflow.FirstInProgress,
        };

    private void Enter(Column column, DateTimeOffset at, TransitionKind kind)
    {
        var from = Card.ColumnId;
        var isDone = column.Kind == ColumnKind.Done;
        Add(at, new(kind) { FromColumn = from, ToColumn = column.Id });
        Card = Card with
        {
            ColumnId = column.Id,
            StartedAt = column.Kind == ColumnKind.Committed ? Card.StartedAt : Card.StartedAt ?? at,
            FinishedAt = isDone ? at : null,
            ReopenCount = Card.ReopenCount + (kind == TransitionKind.Reopened ? 1 : 0),
        };
        if (isDone)
        {
            Add(at, new(TransitionKind.Finished) { FromColumn = from, ToColumn = column.Id });
        }
    }

    private void Abandon(DateTimeOffset at)
    {
        if (!Card.IsOpen)
        {
            return;
        }

        Unblock(at);
        Own(null, at);
        Add(at, new(TransitionKind.Abandoned) { FromColumn = Card.ColumnId, Reason = "as the log says" });
        Card = Card with { ColumnId = null, AbandonedAt = at };
    }

    private void Own(string? assignee, DateTimeOffset at)
    {
        IReadOnlyList<Guid> owners = assignee is null ? [] : [idOf($"assignee {assignee}")];
        if (!owners.SequenceEqual(Card.Owners))
        {
            Card = Card with { Owners = owners };
            Add(at, new(TransitionKind.OwnersChanged) { Owners = owners });
        }
    }

    private void Unblock(DateTimeOffset at)
    {
        foreach (var blocker in Card.OpenBlockers)
        {
            Add(at, new(TransitionKind.Unblocked) { BlockerId = blocker });
        }

        _blockedBy = null;
        Card = Card with { OpenBlockers = [] };
    }

    private void Add(DateTimeOffset at, CardFact fact) => _facts.Add(new(at, fact));
}
