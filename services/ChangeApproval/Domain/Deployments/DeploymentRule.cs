using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Domain.Deployments;

/// <summary>Whether a change covers a deployment by a person at an instant; every reason against it, none when it does.</summary>
internal static class DeploymentRule
{
    internal static IReadOnlyList<string> ReasonsAgainst(
        ChangeRequest? change,
        Deployment deployment,
        Guid person,
        DateTimeOffset at
    )
    {
        if (change is null)
        {
            return ["There is no change for it."];
        }

        var content = change.Present.Content;
        var reasons = new List<string>();
        if (change.Stage is not (Stage.Authorised or Stage.Implemented or Stage.Closed))
        {
            reasons.Add($"{change.Key} is {change.State}, not authorised.");
        }

        if (change.AuthorisedAt > at)
        {
            reasons.Add($"{change.Key} was authorised afterwards, at {change.AuthorisedAt:O}.");
        }

        if (content.ImplementationDigest != deployment.ImplementationDigest)
        {
            reasons.Add($"{change.Key} is about the implementation {content.ImplementationDigest ?? "(none)"}.");
        }

        if (!content.Systems.Contains(deployment.System, StringComparer.OrdinalIgnoreCase))
        {
            reasons.Add($"{deployment.System} is not a system of {change.Key}.");
        }

        if (content.Window is { } window && (at < window.From || at >= window.To))
        {
            reasons.Add($"{change.Key} may be implemented from {window.From:O} to {window.To:O} only.");
        }

        if (change.Sides.Any(side => side.PersonId == person && side.Side == Side.Judging))
        {
            reasons.Add($"The person judged {change.Key} and so cannot deploy it.");
        }

        return reasons;
    }
}
