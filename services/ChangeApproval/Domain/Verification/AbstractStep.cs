using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Domain.Verification;

/// <summary>Who acts in an abstract run: the one person that is watched, or somebody who did nothing here before.</summary>
public enum Who
{
    Watched,
    SomebodyElse,
}

/// <summary>
/// A step of an abstract run. One watched person and an endless supply of others is exact: a control of segregation is
/// about one human, every other can always be somebody new, and a newcomer passes every guard that anybody would.
/// </summary>
internal sealed record AbstractStep(ActKind Act, Who Actor)
{
    public Who? OnBehalfOf { get; init; }
    public IReadOnlySet<Facet> Facets { get; init; } = Models.Act.Every;

    /// <summary>For Revise: which facets get another content.</summary>
    public IReadOnlySet<Facet> Touches { get; init; } = new HashSet<Facet>();

    /// <summary>For Revise: whether the watched person is named as an author.</summary>
    public bool NamesWatched { get; init; }

    public string? Evidence { get; init; }
    public bool HasReason { get; init; } = true;

    /// <summary>The step by real people, for the real engine.</summary>
    internal Act ToAct(Run run, Guid watched, Func<Guid> newcomer)
    {
        var actor = Actor == Who.Watched ? watched : newcomer();
        return new Act(Act, actor, Standing(run, watched))
        {
            OnBehalfOf =
                OnBehalfOf is null ? null
                : OnBehalfOf == Who.Watched ? watched
                : newcomer(),
            HasReason = HasReason,
            Evidence = Evidence,
            Facets = Facets,
            Authors = NamesWatched ? [watched] : [],
            Carried = [.. run.Approvals.Where(held => !held.Facets.Overlaps(Touches))],
            CarriedEvidence = Touches.Contains(Facet.Implementation) ? new HashSet<string>() : run.Evidence,
        };
    }

    // The worst case: everybody has every standing, except that a change has one requester.
    private HashSet<Party> Standing(Run run, Guid watched)
    {
        var isRequester = run.Holds(watched, Duty.Requester) == (Actor == Who.Watched);
        return [.. Enum.GetValues<Party>().Where(party => party != Party.Requester || isRequester)];
    }

    internal string Describe()
    {
        var actor = Actor == Who.Watched ? "P" : "somebody else";
        var deputy = OnBehalfOf switch
        {
            Who.Watched => " as deputy of P",
            Who.SomebodyElse => " as deputy of somebody else",
            _ => "",
        };
        var detail = Act switch
        {
            ActKind.Attest => $" '{Evidence}'",
            ActKind.Revise => $" ({string.Join(", ", Touches.Order())}){(NamesWatched ? ", naming P as author" : "")}",
            ActKind.Approve when Facets.Count < Models.Act.Every.Count => $" ({string.Join(", ", Facets.Order())})",
            _ => "",
        };
        return $"{actor}{deputy}: {Act}{detail}{(HasReason ? "" : ", without a reason")}";
    }
}
