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

        return [.. AgainstTheChange(change, at), .. AgainstTheDeployment(change, deployment, person, at)];
    }

    private static IEnumerable<string> AgainstTheChange(ChangeRequest change, DateTimeOffset at)
    {
        if (change.Stage is not (Stage.Authorised or Stage.Implemented or Stage.Closed))
        {
            yield return $"{change.Key} is {change.State}, not authorised.";
        }

        if (change.AuthorisedAt > at)
        {
            yield return $"{change.Key} was authorised afterwards, at {change.AuthorisedAt:O}.";
        }
    }

    private static IEnumerable<string> AgainstTheDeployment(
        ChangeRequest change,
        Deployment deployment,
        Guid person,
        DateTimeOffset at
    )
    {
        var content = change.Present.Content;
        if (content.ImplementationDigest != deployment.ImplementationDigest)
        {
            yield return $"{change.Key} is about the implementation {content.ImplementationDigest ?? "(none)"}.";
        }

        if (!content.Systems.Contains(deployment.System, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{deployment.System} is not a system of {change.Key}.";
        }

        if (content.Window is { } window && (at < window.From || at >= window.To))
        {
            yield return $"{change.Key} may be implemented from {window.From:O} to {window.To:O} only.";
        }

        if (change.Sides.Any(side => side.PersonId == person && side.Side == Side.Judging))
        {
            yield return $"The person judged {change.Key} and so cannot deploy it.";
        }
    }
}
