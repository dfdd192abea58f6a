using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Models;

/// <summary>The conditions of a transition, each with the refusal it gives.</summary>
internal static class Guards
{
    internal static Error? Refusal(Transition step, Run run, Act act) =>
        Standing(step, act)
        ?? Separation(step, run, act)
        ?? OneApprovalEach(run, act)
        ?? Reason(step, act)
        ?? Missing(step, run);

    /// <summary>What must be there, whoever acts.</summary>
    internal static Error? Missing(Transition step, Run run)
    {
        var counted = Counted(step, run);
        if (counted < step.Approvals)
        {
            return ProcessErrors.ApprovalsMissing(step.Approvals, counted);
        }

        var missing = step.Evidence.Where(kind => !run.Evidence.Contains(kind)).ToList();
        return missing.Count > 0 ? ProcessErrors.EvidenceMissing(missing) : null;
    }

    /// <summary>The approvals in force that the step counts.</summary>
    internal static int Counted(Transition step, Run run) => run.Approvals.Count(held => Covers(held, step));

    private static bool Covers(ApprovalHeld held, Transition step) =>
        held.Facets.IsSupersetOf(step.Facets.Count > 0 ? step.Facets : Act.Every);

    private static Error? Standing(Transition step, Act act) =>
        step.By.Any(act.Standing.Contains) ? null : ProcessErrors.NotEntitled(step);

    private static Error? Separation(Transition step, Run run, Act act)
    {
        // The principal too: a deputy must not carry the authority of somebody who has a hand in the change. And those
        // whom a revision names: nobody is made an author of what they judged.
        var held = run
            .Duties.Where(d => d.Person == act.Person || d.Person == act.OnBehalfOf || act.Authors.Contains(d.Person))
            .Where(d => step.NotBy.Contains(d.Duty))
            .ToList();
        return held.Count > 0 ? ProcessErrors.Segregation(act.Kind, held) : null;
    }

    /// <summary>Neither one human nor one authority counts twice.</summary>
    private static Error? OneApprovalEach(Run run, Act act)
    {
        var used = run.Approvals.SelectMany(held => new[] { held.Person, held.Authority });
        return act.Kind == ActKind.Approve && used.Any(id => id == act.Person || id == act.OnBehalfOf)
            ? ProcessErrors.AlreadyApproved()
            : null;
    }

    private static Error? Reason(Transition step, Act act) =>
        step.Reason && !act.HasReason ? ProcessErrors.ReasonMissing(act.Kind) : null;
}
