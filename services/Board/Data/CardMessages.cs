using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Contracts.Board;
using FlowPlatform.ServiceDefaults.Audit;

namespace FlowPlatform.Board.Data;

/// <summary>What other services, and the audit log, hear of a change of a card.</summary>
internal static class CardMessages
{
    internal static void Record(BoardDbContext db, LockedBoard board, CardChange change, Act act)
    {
        for (var index = 0; index < change.Facts.Count; index++)
        {
            Publish(db, new(board, change, change.Facts[index], change.Before.Version + index + 1, act));
        }

        if (IsNoAuditFact(change.Facts[0].Kind))
        {
            return;
        }

        db.Audit(
            new AuditFact($"card-{Words(change.Facts[0].Kind)}", "card", change.After.Id, act.By, act.At)
            {
                Reason = change.Facts[0].Reason,
                Before = change.IsNew ? null : Summary(board, change.Before),
                After = Summary(board, change.After),
            }
        );
    }

    // What came from another service stands in the audit log already, from its owner; talk is no fact for an auditor.
    private static bool IsNoAuditFact(TransitionKind kind) =>
        kind
            is TransitionKind.Edited
                or TransitionKind.Reordered
                or TransitionKind.Tagged
                or TransitionKind.Commented
                or TransitionKind.ChecklistChanged
                or TransitionKind.HandOverRequested
                or TransitionKind.ApprovalRequested
                or TransitionKind.ApprovalGiven
                or TransitionKind.ApprovalLost;

    private sealed record Told(LockedBoard Board, CardChange Change, CardFact Fact, long Version, Act Act)
    {
        internal Guid Card => Change.After.Id;

        internal string NameOf(Guid? column) => Board.Workflow.Find(column)?.Name ?? "";
    }

    private static void Publish(BoardDbContext db, Told told)
    {
        var (board, change, fact, version, (by, at)) = told;
        switch (fact.Kind)
        {
            case TransitionKind.Placed or TransitionKind.SplitOff:
                db.Publish(new CardPlaced(told.Card, board.Id, version, told.NameOf(fact.ToColumn), at, by));
                break;
            case TransitionKind.Moved or TransitionKind.Reopened or TransitionKind.Undone:
                db.Publish(Moved(told));
                break;
            case TransitionKind.Finished:
                db.Publish(Finished(told));
                break;
            case TransitionKind.OwnersChanged:
                db.Publish(new CardOwnersChanged(told.Card, board.Id, version, fact.Owners ?? [], at, by));
                break;
            case TransitionKind.Blocked:
                db.Publish(new CardBlocked(told.Card, board.Id, version, fact.Reason ?? "", fact.Note, at, by));
                break;
            // A card with a second open blocker is still blocked.
            case TransitionKind.Unblocked when change.After.OpenBlockers.Count == 0:
                db.Publish(new CardUnblocked(told.Card, board.Id, version, at, by));
                break;
            case TransitionKind.Abandoned:
                db.Publish(new CardAbandoned(told.Card, board.Id, version, fact.Reason ?? "", at, by));
                break;
        }
    }

    private static CardMoved Moved(Told told)
    {
        var to = told.Board.Workflow.Find(told.Fact.ToColumn);
        return new(
            told.Card,
            told.Board.Id,
            told.Version,
            told.NameOf(told.Fact.FromColumn),
            to?.Name ?? "",
            to?.Kind.ToString() ?? "",
            told.Act.At,
            told.Act.By
        );
    }

    private static CardFinished Finished(Told told)
    {
        var card = told.Change.After;
        var finished = card.FinishedAt ?? told.Act.At;
        return new(
            card.Id,
            card.BoardId,
            told.Version,
            card.AcceptedAt,
            card.CommittedAt,
            card.StartedAt ?? finished,
            finished,
            told.Act.At,
            told.Act.By
        )
        {
            TeamId = told.Board.TeamId,
            Category = card.Category.ToString(),
            ClassOfService = card.ClassOfService.ToString(),
            AiAssistance = card.AiAssistance,
            WholeId = card.WholeId,
        };
    }

    private static object Summary(LockedBoard board, CardState card) =>
        new
        {
            card.BoardId,
            Column = board.Workflow.Find(card.ColumnId)?.Name,
            card.Owners,
            card.OpenBlockers,
            card.DueDate,
            card.AiAssistance,
            card.WholeId,
            WorkflowVersion = board.Workflow.Version,
            card.OutcomeId,
        };

    private static string Words(TransitionKind kind) =>
        kind switch
        {
            TransitionKind.OwnersChanged => "owners-changed",
            TransitionKind.SplitOff => "split-off",
            TransitionKind.DueDateChanged => "due-date-changed",
            TransitionKind.AiAssistanceChanged => "ai-assistance-changed",
            TransitionKind.AttachmentsChanged => "attachments-changed",
            _ => kind.ToString().ToLowerInvariant(),
        };
}
