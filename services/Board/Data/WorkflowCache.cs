using System.Collections.Concurrent;
using FlowPlatform.Board.Domain.Workflow;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Data;

/// <summary>
/// Definitions of workflow by board and version. A version never changes, so what is cached is never stale.
/// </summary>
internal sealed class WorkflowCache
{
    private const int Capacity = 2_000;
    private readonly ConcurrentDictionary<(Guid Board, int Version), DefinitionOfWorkflow> _known = [];

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
        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        return _known.GetOrAdd((boardId, version), WorkflowJson.Read(json));
    }
}
