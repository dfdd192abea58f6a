using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Reads of one card.</summary>
internal sealed class CardQueries(BoardDbContext db, WorkflowCache workflows)
{
    internal async Task<(
        CardState Card,
        bool HasApprovedChange,
        DefinitionOfWorkflow Workflow,
        long BoardVersion
    )?> FindAsync(Guid cardId, CancellationToken ct)
    {
        await using var batch = BoardSql.Batch(
            BoardSql.Command(BoardSql.ReadBoardOfCard, BoardSql.Uuid(cardId)),
            BoardSql.Command(BoardSql.ReadCard, BoardSql.Uuid(cardId))
        );
        BoardHead head;
        (CardState Card, bool IsApproved) read;
        await using (var reader = await db.ReadAsync(batch, ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return null;
            }

            head = CardReader.Board(reader);
            await reader.NextResultAsync(ct);
            await reader.ReadAsync(ct);
            read = CardReader.CardAndApproval(reader);
        }

        var workflow = await workflows.GetAsync(db, head.Id, head.WorkflowVersion, ct);
        return (read.Card, read.IsApproved, workflow, head.Version);
    }

    internal Task<List<BlockerResponse>> BlockersAsync(Guid cardId, CancellationToken ct) =>
        db
            .Blockers.Where(blocker => blocker.CardId == cardId)
            .OrderBy(blocker => blocker.Id)
            .Select(blocker => new BlockerResponse(
                blocker.Id,
                blocker.Reason,
                blocker.Note,
                blocker.RaisedAt,
                blocker.RaisedBy,
                blocker.ResolvedAt,
                blocker.ResolvedBy
            ))
            .ToListAsync(ct);

    internal async Task<List<TransitionResponse>> HistoryAsync(
        Guid cardId,
        DefinitionOfWorkflow workflow,
        CancellationToken ct
    )
    {
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(transition => transition.CardId == cardId)
            .OrderBy(transition => transition.CardVersion)
            .ToListAsync(ct);
        return [.. rows.Select(row => Response(row, workflow))];
    }

    internal static TransitionResponse Response(TransitionRow row, DefinitionOfWorkflow workflow) =>
        new(
            row.Sequence,
            row.CardId,
            row.Kind,
            NameOf(row.FromColumn, workflow),
            NameOf(row.ToColumn, workflow),
            row.BlockerId,
            row.Reason,
            row.Note,
            row.Owners,
            row.WorkflowVersion,
            row.At,
            row.By
        );

    /// <summary>A column that was removed since is told by its id.</summary>
    private static string? NameOf(Guid? column, DefinitionOfWorkflow workflow) =>
        column is { } id ? workflow.Find(id)?.Name ?? id.ToString() : null;
}
