using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Controls;

/// <summary>A control that a step would break, and who would break it where that is a matter of persons.</summary>
internal sealed record Breach(Control Control, string Message, IReadOnlyList<DutyHeld> Holders);

/// <summary>Judges a step of a run by the controls: the run before it, the act, and the run it would lead to.</summary>
internal static class ControlGate
{
    internal static IReadOnlyList<Breach> Breaches(
        IEnumerable<Control> controls,
        Process process,
        Run before,
        Act act,
        Run after
    ) => [.. controls.Select(control => Judge(control, process, before, act, after)).OfType<Breach>()];

    /// <summary>All breaches as one refusal; a breach of segregation is the person's, and forbids.</summary>
    internal static Error ToError(IReadOnlyList<Breach> breaches)
    {
        var isSegregation = breaches.Any(b => b.Control.Kind == ControlKind.Segregation);
        var code = isSegregation ? ProcessErrors.SegregationCode : ControlErrors.BrokenCode;
        return new Error(
            code,
            string.Join(' ', breaches.Select(b => b.Message)),
            isSegregation ? ErrorKind.Forbidden : ErrorKind.Refused
        )
        {
            Violations =
            [
                .. breaches.Select(b => new Violation(code, b.Message)
                {
                    Scope = b.Control.Name,
                    Limit = b.Control.Count,
                    Occupants = [.. b.Holders.Select(h => h.Person.ToString()).Distinct()],
                }),
            ],
        };
    }

    private static Breach? Judge(Control control, Process process, Run before, Act act, Run after) =>
        control.Kind switch
        {
            ControlKind.Segregation => Segregation(control, after),
            ControlKind.MinimumApprovals when act.Kind == ActKind.Implement => Approvals(control, before, after),
            ControlKind.RequiredEvidence when act.Kind == ActKind.Implement => Evidence(control, before),
            ControlKind.ReasonDocumented => Reason(control, act),
            ControlKind.ReviewAfter => Review(control, process, after),
            _ => null,
        };

    private static Breach? Segregation(Control control, Run after)
    {
        var both = after.Duties.Where(d => d.Duty == control.First).Select(d => d.Person).ToHashSet();
        both.IntersectWith(after.Duties.Where(d => d.Duty == control.Second).Select(d => d.Person));
        return both.Count == 0
            ? null
            : new Breach(
                control,
                $"One person would be {control.First} and {control.Second} of this change.",
                [.. both.Select(person => new DutyHeld(person, control.First!.Value))]
            );
    }

    private static Breach? Approvals(Control control, Run before, Run after)
    {
        var hands = after.Duties.Where(d => d.Duty.SideOf() == Side.Delivering).Select(d => d.Person).ToHashSet();
        var seen = control.Facets.Count > 0 ? control.Facets : (IEnumerable<Facet>)Act.Every;
        var independent = before
            .Approvals.Where(held => held.Facets.IsSupersetOf(seen))
            .Where(held => !hands.Contains(held.Person) && !hands.Contains(held.Authority))
            .DistinctBy(held => held.Person)
            .Count();
        return independent >= control.Count
            ? null
            : new Breach(control, $"{control.Count} independent approvals must be in force, {independent} are.", []);
    }

    private static Breach? Evidence(Control control, Run before) =>
        control.Evidence is { } kind && !before.Evidence.Contains(kind)
            ? new Breach(control, $"Evidence '{kind}' of what is implemented is missing.", [])
            : null;

    private static Breach? Reason(Control control, Act act) =>
        act.Kind is ActKind.Approve or ActKind.Reject or ActKind.Review && !act.HasReason
            ? new Breach(control, $"{act.Kind} needs a documented reason.", [])
            : null;

    private static Breach? Review(Control control, Process process, Run after) =>
        after is { IsImplemented: true, IsReviewed: false } && process.StageOf(after.State) == Stage.Closed
            ? new Breach(control, "It was implemented and cannot be closed before its review.", [])
            : null;
}
