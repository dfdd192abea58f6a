using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Boards;

internal static class ChangeWorkflow
{
    internal static void MapChangeWorkflow(this RouteGroupBuilder boards) =>
        boards.MapPut("/{boardId:guid}/workflow", Handle).WithName(nameof(ChangeWorkflow));

    /// <summary>
    /// Saves the next version of the definition of workflow. Limits below what is there are allowed: nothing enters
    /// until it fits. An impossible definition, or one without a column that holds cards, is refused.
    /// </summary>
    internal static async Task<Results<Ok<WorkflowResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        WorkflowRequest request,
        IfMatch seen,
        BoardLock boards,
        BoardDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var act = new Act(user.Id, clock.GetUtcNow());
        var saved = await db.InTransactionAsync(
            async cancellation =>
            {
                if (await boards.OfBoardAsync(boardId, cancellation) is not { } board)
                {
                    return BoardErrors.Unknown;
                }

                var next = Next(request, board, user, seen, act);
                if (!next.IsRefused)
                {
                    await SaveAsync(db, board, next.Value, act, cancellation);
                }

                return next;
            },
            ct
        );
        return saved.IsRefused ? saved.Error.ToProblem() : TypedResults.Ok(saved.Value.ToResponse(boardId));
    }

    private static Result<DefinitionOfWorkflow> Next(
        WorkflowRequest request,
        LockedBoard board,
        CurrentUser user,
        IfMatch seen,
        Act act
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

        var next = request.ToDefinition(board.Workflow.Version + 1, () => Guid.CreateVersion7(act.At));
        return Possible(board, next);
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

    internal static async Task SaveAsync(
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
