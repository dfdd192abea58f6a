using System.Collections.Concurrent;
using FlowPlatform.Board.Domain.Flow;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Data;

/// <summary>
/// All versions of a board's definition of workflow. Versions are only added, so that what is known up to one is never
/// stale.
/// </summary>
internal sealed class WorkflowTimeline
{
    private const int Capacity = 1_000;
    private readonly ConcurrentDictionary<(Guid Board, int Version), WorkflowVersions> _known = [];

    internal async ValueTask<WorkflowVersions> GetAsync(
        BoardDbContext db,
        Guid boardId,
        int version,
        CancellationToken ct
    )
    {
        if (_known.TryGetValue((boardId, version), out var known))
        {
            return known;
        }

        var rows = await db
            .Workflows.AsNoTracking()
            .Where(workflow => workflow.BoardId == boardId && workflow.Version <= version)
            .OrderBy(workflow => workflow.Version)
            .Select(workflow => new { workflow.SavedAt, workflow.Definition })
            .ToListAsync(ct);
        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(
            (boardId, version),
            new WorkflowVersions([
                .. rows.Select(row => new SavedWorkflow(row.SavedAt, WorkflowJson.Read(row.Definition))),
            ])
        );
    }
}
