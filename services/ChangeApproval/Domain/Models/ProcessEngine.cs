using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Models;

/// <summary>
/// Runs a team's process, and nothing but the process: the controls are judged beside it (ControlGate), so that the
/// verifier can show what a process would allow without them.
/// </summary>
internal static class ProcessEngine
{
    internal static Run Start(Process process, Guid requester, IEnumerable<Guid> authors)
    {
        var duties = new List<DutyHeld> { new(requester, Duty.Requester) };
        duties.AddRange(authors.Distinct().Select(author => new DutyHeld(author, Duty.Author)));
        return Settle(process, new Run { State = process.Initial, Duties = duties });
    }

    internal static Result<Run> Apply(Process process, Run run, Act act)
    {
        Error? refusal = null;
        foreach (var step in process.Transitions.Where(t => t.From == run.State && t.Act == act.Kind))
        {
            var refused = Guards.Refusal(step, run, act);
            if (refused is null)
            {
                return Settle(process, Effect(run, act) with { State = step.To });
            }

            refusal ??= refused;
        }

        return refusal ?? ProcessErrors.ActNotPossible(act.Kind, run.State);
    }

    /// <summary>
    /// The judgement without which the change does not go on: an approval while a step lacks one, the review of what was implemented
    /// before it; none where nobody's judgement is awaited, evidence alone for instance.
    /// </summary>
    internal static ActKind? Awaited(Process process, Run run)
    {
        var steps = process.Transitions.Where(step => step.From == run.State).ToList();
        return process.StageOf(run.State) switch
        {
            Stage.Waiting when steps.Exists(step => Guards.Counted(step, run) < step.Approvals || IsApprovedOn(step)) =>
                ActKind.Approve,
            Stage.Implemented when steps.Exists(step => step.Act == ActKind.Review) => ActKind.Review,
            _ => null,
        };
    }

    /// <summary>Whether an approval itself takes the change to another state.</summary>
    private static bool IsApprovedOn(Transition step) => step.Act == ActKind.Approve && step.To != step.From;

    /// <summary>Takes what Advance transitions allow; each at most once, so a circle of them ends.</summary>
    private static Run Settle(Process process, Run run)
    {
        for (var steps = process.Transitions.Count; steps > 0; steps--)
        {
            var next = process.Transitions.FirstOrDefault(step =>
                step.From == run.State && step.Act == ActKind.Advance && Guards.Missing(step, run) is null
            );
            if (next is null)
            {
                return run;
            }

            run = run with { State = next.To };
        }

        return run;
    }

    private static Run Effect(Run run, Act act) =>
        act.Kind switch
        {
            ActKind.Attest => run with
            {
                Duties = With(run, [new(act.Person, Duty.Tester)]),
                Evidence = act.Evidence is null ? run.Evidence : run.Evidence.Append(act.Evidence).ToHashSet(),
            },
            ActKind.Approve => run with
            {
                Duties = With(run, Judging(act, Duty.Approver)),
                Approvals = [.. run.Approvals, new(act.Person, act.OnBehalfOf ?? act.Person, act.Facets)],
            },
            ActKind.Reject => run with { Duties = With(run, Judging(act, Duty.Approver)) },
            ActKind.Revise => run with
            {
                Duties = With(run, [.. act.Authors.Prepend(act.Person).Select(p => new DutyHeld(p, Duty.Author))]),
                Approvals = act.Carried,
                Evidence = act.CarriedEvidence,
            },
            ActKind.Implement => run with
            {
                Duties = With(run, [new(act.Person, Duty.Implementer)]),
                IsImplemented = true,
            },
            ActKind.Review => run with { Duties = With(run, Judging(act, Duty.Reviewer)), IsReviewed = true },
            _ => run,
        };

    private static List<DutyHeld> Judging(Act act, Duty duty) =>
        act.OnBehalfOf is { } principal
            ? [new(act.Person, duty), new(principal, Duty.Principal)]
            : [new(act.Person, duty)];

    private static List<DutyHeld> With(Run run, IReadOnlyList<DutyHeld> more) => [.. run.Duties.Union(more)];
}
