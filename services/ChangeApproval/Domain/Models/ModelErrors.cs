using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Models;

internal static class ModelErrors
{
    internal const string MalformedCode = "changes.model-malformed";
    internal const string RefutedCode = "changes.model-refuted";

    internal static Error IsActive { get; } = new("changes.model-active", "This version is the active one already.");

    internal static Error OfAnotherTeam { get; } =
        new("changes.model-of-another-team", "The model belongs to another team.", ErrorKind.Unprocessable);

    internal static Error NotYours { get; } =
        new(
            "changes.model-not-yours",
            "Only a lead of the team or a compliance officer may write its model.",
            ErrorKind.Forbidden
        );

    internal static Error Malformed(IReadOnlyList<Violation> faults) =>
        new(MalformedCode, "The model is not well formed.", ErrorKind.Unprocessable) { Violations = faults };
}
