using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Changes;

internal static class ChangeErrors
{
    internal static Error UnknownCategory(string category) =>
        new("changes.unknown-category", $"The team's model has no category '{category}'.", ErrorKind.Unprocessable);

    internal static Error NotOfTheTeam { get; } =
        new("changes.not-of-the-team", "Only members of the team may raise its changes.", ErrorKind.Forbidden);

    internal static Error OtherTeamsCard { get; } =
        new("changes.other-teams-card", "The work item belongs to another team.", ErrorKind.Unprocessable);

    internal static Error WindowEndsBeforeItBegins { get; } =
        new("changes.window-reversed", "The window must end after it begins.", ErrorKind.Unprocessable);

    internal static Error NothingChanged { get; } =
        new("changes.nothing-changed", "The revision says what the change says already.");

    internal static Error RevisionSuperseded(int seen, int present) =>
        new("changes.revision-superseded", $"Revision {seen} was judged, but {present} is the present one.");

    internal static Error NoFacets { get; } =
        new("changes.no-facets", "An approval must cover at least one facet.", ErrorKind.Unprocessable);
}
