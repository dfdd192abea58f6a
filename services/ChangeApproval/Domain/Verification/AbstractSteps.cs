using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Domain.Verification;

/// <summary>Every step worth trying in a process: each act, by each kind of person, in each way that could matter.</summary>
internal sealed class AbstractSteps
{
    private static readonly Who[] People = [Who.Watched, Who.SomebodyElse];
    private static readonly Who?[] Principals = [null, Who.Watched, Who.SomebodyElse];
    private static readonly bool[] EitherWay = [true, false];
    private readonly Dictionary<ActKind, List<AbstractStep>> _steps;

    internal AbstractSteps(Process process, IReadOnlyList<Control> controls)
    {
        var evidence = process
            .Transitions.SelectMany(step => step.Evidence)
            .Concat(controls.Select(control => control.Evidence).OfType<string>())
            .Distinct()
            .ToList();
        var covered = process
            .Transitions.Select(step => step.Facets)
            .Concat(controls.Select(control => control.Facets))
            .Where(facets => facets.Count > 0)
            .Select(facets => (IReadOnlySet<Facet>)facets.ToHashSet())
            .Prepend(Act.Every)
            .ToList();
        MostApprovals = process
            .Transitions.Select(step => step.Approvals)
            .Concat(controls.Select(control => control.Count ?? 0))
            .DefaultIfEmpty(0)
            .Max();
        _steps = Enum.GetValues<ActKind>().ToDictionary(act => act, act => Of(act, evidence, covered).ToList());
    }

    /// <summary>More approvals than this cannot be told from this many.</summary>
    internal int MostApprovals { get; }

    internal IEnumerable<AbstractStep> From(Process process, Run run) =>
        process
            .Transitions.Where(step => step.From == run.State && step.Act != ActKind.Advance)
            .Select(step => step.Act)
            .Distinct()
            .SelectMany(act => _steps[act]);

    private static IEnumerable<AbstractStep> Of(
        ActKind act,
        List<string> evidence,
        List<IReadOnlySet<Facet>> covered
    ) =>
        act switch
        {
            ActKind.Attest => evidence
                .Cast<string?>()
                .DefaultIfEmpty(null)
                .SelectMany(kind => People.Select(who => new AbstractStep(act, who) { Evidence = kind })),
            ActKind.Revise => from who in People
            from touches in Revisions()
            from names in EitherWay
            select new AbstractStep(act, who) { Touches = touches, NamesWatched = names },
            ActKind.Approve => covered.SelectMany(facets => Judgements(act).Select(s => s with { Facets = facets })),
            ActKind.Reject or ActKind.Review => Judgements(act),
            _ => from who in People from reason in EitherWay select new AbstractStep(act, who) { HasReason = reason },
        };

    private static IEnumerable<AbstractStep> Judgements(ActKind act) =>
        from who in People
        from principal in Principals
        where who != Who.Watched || principal != Who.Watched
        from reason in EitherWay
        select new AbstractStep(act, who) { OnBehalfOf = principal, HasReason = reason };

    private static IEnumerable<IReadOnlySet<Facet>> Revisions() =>
        Enum.GetValues<Facet>().Select(facet => (IReadOnlySet<Facet>)new HashSet<Facet> { facet }).Append(Act.Every);
}
