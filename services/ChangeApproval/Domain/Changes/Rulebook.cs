using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Changes;

/// <summary>What a change is judged by: the process of its team and category, and every control that is in scope.</summary>
internal sealed record Rulebook(Guid ModelId, int ModelVersion, Process Process, IReadOnlyList<Control> Controls)
{
    /// <summary>The process first, then the controls; a step that either refuses does not happen.</summary>
    internal Result<Run> Decide(Run run, Act act, IReadOnlyList<string> systems)
    {
        var moved = ProcessEngine.Apply(Process, run, act);
        if (moved.IsRefused)
        {
            return moved.Error;
        }

        var breaches = ControlGate.Breaches(InScope(systems), Process, run, act, moved.Value);
        return breaches.Count > 0 ? ControlGate.ToError(breaches) : moved.Value;
    }

    /// <summary>When the review of an implemented change is due: the earliest that a control asks for.</summary>
    internal DateTimeOffset? ReviewDue(IReadOnlyList<string> systems, DateTimeOffset implementedAt) =>
        InScope(systems)
            .Where(control => control.Kind == ControlKind.ReviewAfter)
            .Min(control => control.WithinHours is { } hours ? implementedAt.AddHours(hours) : (DateTimeOffset?)null);

    private IEnumerable<Control> InScope(IReadOnlyList<string> systems) =>
        Controls.Where(control => control.Applies(Process.Category, systems));
}
