using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>
/// Finds what a change is judged by: the model version it was raised under, and the controls of today. Made for each request, which
/// reads each once.
/// </summary>
internal sealed class Rulebooks(ChangesDbContext db)
{
    private readonly Dictionary<(Guid Model, int Version, string Category), Rulebook?> _known = [];

    /// <summary>For a new change: the team's active model, else the default one. Null: no such category there.</summary>
    internal async Task<Rulebook?> ForNewAsync(Guid teamId, string category, CancellationToken ct)
    {
        var active = await db
            .Models.AsNoTracking()
            .Where(model => model.TeamId == teamId && model.ActiveNumber != null)
            .Select(model => new { model.Id, Number = model.ActiveNumber!.Value })
            .SingleOrDefaultAsync(ct);
        return await FindAsync(active?.Id ?? DefaultModel.Id, active?.Number ?? DefaultModel.Version, category, ct);
    }

    internal async Task<Rulebook> OfAsync(ChangeRequest change, CancellationToken ct)
    {
        var of = (change.ModelId, change.ModelVersion, change.Category);
        if (!_known.TryGetValue(of, out var rules))
        {
            _known[of] = rules = await FindAsync(change.ModelId, change.ModelVersion, change.Category, ct);
        }

        return rules ?? throw new InvalidOperationException($"The model of {change.Key} is gone.");
    }

    internal async Task<IReadOnlyList<Control>> ControlsAsync(CancellationToken ct)
    {
        var latest = await db
            .ControlSets.AsNoTracking()
            .Join(
                db.ControlSetVersions,
                set => new { SetId = set.Id, Number = set.LatestNumber },
                version => new { version.SetId, version.Number },
                (set, version) => version.Controls
            )
            .ToListAsync(ct);
        return [.. StandingControls.All, .. latest.SelectMany(controls => controls)];
    }

    private async Task<Rulebook?> FindAsync(Guid modelId, int number, string category, CancellationToken ct)
    {
        var processes =
            modelId == DefaultModel.Id
                ? DefaultModel.Processes
                : await db
                    .ModelVersions.AsNoTracking()
                    .Where(version => version.ModelId == modelId && version.Number == number)
                    .Select(version => version.Processes)
                    .SingleAsync(ct);
        var process = processes.FirstOrDefault(p =>
            string.Equals(p.Category, category, StringComparison.OrdinalIgnoreCase)
        );
        return process is null ? null : new Rulebook(modelId, number, process, await ControlsAsync(ct));
    }
}
