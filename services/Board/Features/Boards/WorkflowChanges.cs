using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// Saves the next version of a definition of workflow, the whole or a part of it, under the board's lock: every move is
/// judged by the version before or by the one after it.
/// </summary>
internal sealed class WorkflowChanges(BoardDbContext db, BoardLock boards, CurrentUser user, TimeProvider clock)
{
    internal Task<Result<DefinitionOfWorkflow>> SaveAsync(
        Guid boardId,
        IfMatch seen,
        Func<DefinitionOfWorkflow, DefinitionOfWorkflow> change,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async cancellation =>
            {
                if (await boards.OfBoardAsync(boardId, cancellation) is not { } board)
                {
                    return BoardErrors.Unknown;
                }

                var next = Next(board, seen, change);
                if (!next.IsRefused)
                {
                    await WriteAsync(db, board, next.Value, new(user.Id, clock.GetUtcNow()), cancellation);
                }

                return next;
            },
            ct
        );

    private Result<DefinitionOfWorkflow> Next(
        LockedBoard board,
        IfMatch seen,
        Func<DefinitionOfWorkflow, DefinitionOfWorkflow> change
    )
    {
        if (!user.IsLead(board.TeamId) && !user.IsAdmin)
        {
            return BoardErrors.OnlyLeads;
        }

        if (seen.Check(board.Workflow.Version) is { } stale)
        {
            return stale;
        }

        return Possible(board, change(board.Workflow) with { Version = board.Workflow.Version + 1 });
    }

    /// <summary>The definition as the next one of this board, or why it cannot be.</summary>
    internal static Result<DefinitionOfWorkflow> Possible(LockedBoard board, DefinitionOfWorkflow next)
    {
        var lost = board.Workflow.Columns.FirstOrDefault(column =>
            next.Find(column.Id) is null && board.Occupancy.InColumn(column.Id) > 0
        );
        return lost is null
            ? WorkflowRules.Check(next)
            : WorkflowErrors.ColumnNotEmpty(lost.Name, board.Occupancy.InColumn(lost.Id));
    }

    /// <summary>Writes it as the next version, inside of the transaction that holds the board's lock.</summary>
    internal static async Task WriteAsync(
        BoardDbContext db,
        LockedBoard board,
        DefinitionOfWorkflow next,
        Act act,
        CancellationToken ct
    )
    {
        var after = board with { Workflow = next, Version = board.Version + 1 };
        WorkflowHistory.Add(db, after, act);
        CapacityMessages.RecordIfChanged(db, board, after, act.At);
        db.Audit(
            new AuditFact("workflow-changed", "board", board.Id, act.By, act.At)
            {
                Before = board.Workflow,
                After = next,
            }
        );
        await db
            .Boards.Where(row => row.Id == board.Id)
            .ExecuteUpdateAsync(
                row => row.SetProperty(b => b.Version, after.Version).SetProperty(b => b.WorkflowVersion, next.Version),
                ct
            );
        await db.SaveChangesAsync(ct);
    }
}
