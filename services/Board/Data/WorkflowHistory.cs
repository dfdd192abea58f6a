using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;

namespace FlowPlatform.Board.Data;

/// <summary>A new version of a board's definition of workflow, and its place in the board's history.</summary>
internal static class WorkflowHistory
{
    internal static void Add(BoardDbContext db, LockedBoard board, Act act)
    {
        db.Add(
            new WorkflowRow
            {
                BoardId = board.Id,
                Version = board.Workflow.Version,
                Definition = WorkflowJson.Write(board.Workflow),
                SavedAt = act.At,
                SavedBy = act.By,
            }
        );
        db.Add(
            new TransitionRow
            {
                BoardId = board.Id,
                Sequence = board.Version,
                Kind = TransitionKind.WorkflowChanged,
                WorkflowVersion = board.Workflow.Version,
                At = act.At,
                By = act.By,
            }
        );
        db.WillChange(board.Id);
    }
}
