using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Tests.Domain.Verification;

/// <summary>
/// A few named people who try everything: the verifier's question asked in another way, with identities in place of its
/// one watched person and nameless others.
/// </summary>
internal sealed class Crew(Process process, IReadOnlyList<Control> controls, int people)
{
    private static readonly Facet[] All = Enum.GetValues<Facet>();

    /// <summary>Every way to begin: who asks for the change, and whom it names as its author.</summary>
    internal List<Run> Starts { get; } =
    [
        .. from requester in Enumerable.Range(0, people)
        from author in Enumerable.Range(-1, people + 1)
        select ProcessEngine.Start(process, Person(requester), author < 0 ? [] : [Person(author)]),
    ];

    internal Act Act(Run run, int choice)
    {
        var kinds = process.Transitions.Where(t => t.From == run.State).Select(t => t.Act).Distinct().ToList();
        var kind = kinds.Count == 0 ? ActKind.Withdraw : kinds[choice % kinds.Count];
        var actor = Person(choice / 11 % people);
        var principal = Person(choice / 53 % people);
        var deputy = choice / 5 % 3 == 0 && principal != actor;
        return Act(run, kind, actor, deputy ? principal : null, choice / 101) with
        {
            Authors = choice / 7 % 3 == 0 ? [Person(choice / 307 % people)] : [],
        };
    }

    /// <summary>True when some run of at most this many steps breaks a control.</summary>
    internal bool CanBreak(int depth) => Starts.Exists(start => CanBreak(start, depth, []));

    private bool CanBreak(Run run, int depth, HashSet<string> seen)
    {
        if (depth == 0 || !seen.Add($"{depth}|{Key(run)}"))
        {
            return false;
        }

        foreach (var act in Everything(run))
        {
            var moved = ProcessEngine.Apply(process, run, act);
            if (
                !moved.IsRefused
                && (
                    ControlGate.Breaches(controls, process, run, act, moved.Value).Count > 0
                    || CanBreak(moved.Value, depth - 1, seen)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Act> Everything(Run run) =>
        from kind in process.Transitions.Where(t => t.From == run.State).Select(t => t.Act).Distinct()
        from actor in Enumerable.Range(0, people).Select(Person)
        from principal in Enumerable.Range(0, people).Select(i => (Guid?)Person(i)).Prepend(null)
        where principal != actor && (principal is null || kind is ActKind.Approve or ActKind.Reject or ActKind.Review)
        from detail in Enumerable.Range(0, kind == ActKind.Revise ? All.Length + 1 : 2)
        from author in Enumerable.Range(-1, kind == ActKind.Revise ? people + 1 : 1)
        select Act(run, kind, actor, principal, detail) with
        {
            Authors = author < 0 ? [] : [Person(author)],
        };

    private static Act Act(Run run, ActKind kind, Guid actor, Guid? principal, int detail)
    {
        var judges = kind is ActKind.Approve or ActKind.Reject or ActKind.Review;
        var touches = detail % (All.Length + 1) is var i && i < All.Length ? [All[i]] : All.ToHashSet();
        return new Act(kind, actor, Standing(run, actor))
        {
            OnBehalfOf = judges ? principal : null,
            HasReason = detail % 2 == 0,
            Evidence = "test",
            Facets = kind == ActKind.Approve && detail % 2 == 1 ? new HashSet<Facet> { Facet.Window } : All.ToHashSet(),
            Carried = [.. run.Approvals.Where(held => !held.Facets.Overlaps(touches))],
            CarriedEvidence = touches.Contains(Facet.Implementation) ? new HashSet<string>() : run.Evidence,
        };
    }

    private static HashSet<Party> Standing(Run run, Guid actor) =>
        [.. Enum.GetValues<Party>().Where(p => p != Party.Requester || run.Holds(actor, Duty.Requester))];

    private static string Key(Run run) =>
        string.Join(
            '|',
            run.State,
            string.Join(',', run.Duties.Select(d => $"{d.Person}{d.Duty}").Order(StringComparer.Ordinal)),
            string.Join(
                ',',
                run.Approvals.Select(a => $"{a.Person}{a.Authority}{a.Facets.Count}").Order(StringComparer.Ordinal)
            ),
            string.Join(',', run.Evidence),
            run.IsReviewed
        );

    private static Guid Person(int number) => new(number + 1, 0, 0, new byte[8]);
}
