using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Tests.Domain.Verification;

/// <summary>The default processes, each with one thing wrong that a team might get wrong.</summary>
internal static class Faults
{
    internal static Process Normal { get; } = Default(DefaultModel.Normal);
    internal static Process Emergency { get; } = Default(DefaultModel.Emergency);
    internal static Process Standard { get; } = Default(DefaultModel.Standard);

    /// <summary>Name and process: more than fifty, all of which the verifier must refute.</summary>
    internal static IReadOnlyList<(string Name, Process Process)> All { get; } =
    [
        .. ForgottenDuties(Normal, ActKind.Approve),
        .. ForgottenDuties(Normal, ActKind.Reject),
        .. ForgottenDuties(Emergency, ActKind.Approve),
        .. ForgottenDuties(Emergency, ActKind.Review),
        .. ForgottenJudges(Normal),
        .. ForgottenJudges(Emergency),
        .. WithoutReasons(Normal),
        .. WithoutReasons(Emergency),
        .. Shortcuts(),
        .. DeadEnds(),
    ];

    private static Process Default(string category) => DefaultModel.Processes.Single(p => p.Category == category);

    /// <summary>A judging step that forgets one of the duties it must be kept from.</summary>
    private static IEnumerable<(string, Process)> ForgottenDuties(Process process, ActKind act) =>
        from step in process.Transitions
        where step.Act == act
        from duty in step.NotBy
        // Nobody is an implementer yet where a change still waits to be implemented: forgetting that is no fault.
        where duty != Duty.Implementer || act == ActKind.Review
        select (
            $"{process.Category}: {act} from {step.From} by the {duty}",
            Replace(process, step, step with { NotBy = [.. step.NotBy.Where(d => d != duty)] })
        );

    /// <summary>A delivering step that those who judged may take.</summary>
    private static IEnumerable<(string, Process)> ForgottenJudges(Process process) =>
        from step in process.Transitions
        where step.Act is ActKind.Attest or ActKind.Revise or ActKind.Implement
        // Before anybody could have judged, letting a judge act is no fault.
        where process.Transitions.Any(other => other.Act == ActKind.Approve && CanFollow(process, other.To, step.From))
        from duty in new[] { Duty.Approver, Duty.Principal }
        select (
            $"{process.Category}: {step.Act} from {step.From} by the {duty}",
            Replace(process, step, step with { NotBy = [.. step.NotBy.Where(d => d != duty)] })
        );

    private static IEnumerable<(string, Process)> WithoutReasons(Process process) =>
        from step in process.Transitions
        where step.Act is ActKind.Approve or ActKind.Reject or ActKind.Review
        select (
            $"{process.Category}: {step.Act} from {step.From} without a reason",
            Replace(process, step, step with { Reason = false })
        );

    private static IEnumerable<(string, Process)> Shortcuts()
    {
        var implement = Normal.Transitions.Single(step => step.Act == ActKind.Implement);
        var advance = Normal.Transitions.Single(step => step.Act == ActKind.Advance);
        var revise = Normal.Transitions.Single(step => step.Act == ActKind.Revise && step.From == "Approved");
        var unguarded = Replace(Normal, implement, implement with { Approvals = 0 });
        yield return (
            "revision after approval goes on without judgement",
            Replace(unguarded, revise, revise with { To = "Approved" })
        );
        yield return ("approved by nobody", Replace(unguarded, advance, advance with { Approvals = 0 }));
        yield return (
            "an approval of the window alone is enough",
            Replace(
                Replace(Normal, implement, implement with { Facets = [Facet.Window] }),
                advance,
                advance with
                {
                    Facets = [Facet.Window],
                }
            )
        );
        yield return ("implemented while it waits", Add(Normal, implement with { From = "Waiting", Approvals = 0 }));
        var urgent = Emergency.Transitions.Single(step => step.Act == ActKind.Implement);
        yield return ("an emergency ends without review", Replace(Emergency, urgent, urgent with { To = "Done" }));
        yield return (
            "a review that is skipped by itself",
            Add(Emergency, new Transition("ReviewDue", ActKind.Advance, "Done"))
        );
        yield return ("an emergency under another name", Emergency with { Category = "Urgent" });
        yield return ("a standard change under another name", Standard with { Category = "Small" });
    }

    private static IEnumerable<(string, Process)> DeadEnds() =>
        from process in new[] { Normal, Emergency, Standard }
        from act in new[] { ActKind.Approve, ActKind.Implement, ActKind.Review }
        let steps = process.Transitions.Where(step => step.Act == act).ToList()
        where steps.Count > 0 && (process.Category, act) != (DefaultModel.Emergency, ActKind.Approve)
        select (
            $"{process.Category}: nobody may {act}",
            process with
            {
                Transitions = [.. process.Transitions.Select(step => step.Act == act ? step with { By = [] } : step)],
            }
        );

    private static bool CanFollow(Process process, string from, string to)
    {
        var reached = new HashSet<string> { from };
        while (process.Transitions.FirstOrDefault(t => reached.Contains(t.From) && !reached.Contains(t.To)) is { } next)
        {
            reached.Add(next.To);
        }

        return reached.Contains(to);
    }

    internal static Process Replace(Process process, Transition step, Transition by) =>
        process with
        {
            Transitions = [.. process.Transitions.Select(known => ReferenceEquals(known, step) ? by : known)],
        };

    private static Process Add(Process process, Transition step) =>
        process with
        {
            Transitions = [.. process.Transitions, step],
        };
}
