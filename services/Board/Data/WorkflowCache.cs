using System.Collections.Concurrent;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Data;

/// <summary>
/// Definitions of workflow by board and version, and all versions of a board in order. A version never changes and
/// versions are only added, so what is cached is never stale.
/// </summary>
internal sealed class WorkflowCache
{
    private const int Capacity = 2_000;
    private readonly ConcurrentDictionary<(Guid Board, int Version), DefinitionOfWorkflow> _known = [];
    private readonly ConcurrentDictionary<Guid, WorkflowVersions> _timelines = [];

    internal async ValueTask<DefinitionOfWorkflow> GetAsync(
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

        var json = await db
            .Workflows.Where(workflow => workflow.BoardId == boardId && workflow.Version == version)
            .Select(workflow => workflow.Definition)
            .SingleAsync(ct);
        return Keep(boardId, version, json);
    }

    /// <summary>All versions up to this one; only those that were added since are read.</summary>
    internal async ValueTask<WorkflowVersions> AllAsync(
        BoardDbContext db,
        Guid boardId,
        int version,
        CancellationToken ct
    )
    {
        var known = _timelines.TryGetValue(boardId, out var timeline) ? timeline.All : [];
        if (known.Count == version)
        {
            return timeline!; // what was found has as many versions
        }

        var first = known.Count < version ? known : [];
        var rows = await db
            .Workflows.AsNoTracking()
            .Where(row => row.BoardId == boardId && row.Version > first.Count && row.Version <= version)
            .OrderBy(row => row.Version)
            .ToListAsync(ct);
        var more = rows.Select(row => new SavedWorkflow(row.SavedAt, Keep(boardId, row.Version, row.Definition)));
        var all = new WorkflowVersions([.. first, .. more]);
        _timelines[boardId] = all;
        return all;
    }

    private DefinitionOfWorkflow Keep(Guid boardId, int version, string json)
    {
        if (_known.Count >= Capacity)
        {
            _known.Clear();
            _timelines.Clear();
        }

        return _known.GetOrAdd((boardId, version), _ => WorkflowJson.Read(json));
    }
}
