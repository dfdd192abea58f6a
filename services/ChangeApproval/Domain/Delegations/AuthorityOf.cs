using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Domain.Delegations;

/// <summary>A principal that a deputy may act for now, and what that principal is by standing.</summary>
internal sealed record Deputising(Delegation Delegation, IReadOnlySet<Party> PrincipalStanding);

/// <summary>In whose name a judgement is given.</summary>
internal sealed record Authority(IReadOnlySet<Party> Standing, Guid? OnBehalfOf, Guid? DelegationId);

internal static class AuthorityOf
{
    /// <summary>
    /// One's own standing first; else the first delegation whose principal holds what the step asks for. The principal's
    /// standing never includes delegations, so authority does not cascade. With nothing that fits, one's own standing
    /// is left, and the process refuses it in its own words.
    /// </summary>
    internal static Authority For(
        IReadOnlySet<Party> asked,
        IReadOnlySet<Party> own,
        Guid? onBehalfOf,
        IEnumerable<Deputising> deputising
    )
    {
        if (onBehalfOf is null && own.Overlaps(asked))
        {
            return new Authority(own, null, null);
        }

        var match = deputising
            .Where(d => onBehalfOf is null || d.Delegation.PrincipalId == onBehalfOf)
            .Where(d => d.PrincipalStanding.Overlaps(asked))
            .OrderBy(d => d.Delegation.Order)
            .ThenBy(d => d.Delegation.GivenAt)
            .FirstOrDefault();
        if (match is not null)
        {
            return new Authority(match.PrincipalStanding, match.Delegation.PrincipalId, match.Delegation.Id);
        }

        return onBehalfOf is null ? new Authority(own, null, null) : new Authority(new HashSet<Party>(), null, null);
    }
}
