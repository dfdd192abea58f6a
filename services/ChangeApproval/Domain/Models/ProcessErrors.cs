using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Models;

internal static class ProcessErrors
{
    internal const string ActNotPossibleCode = "changes.act-not-possible";
    internal const string NotEntitledCode = "changes.not-entitled";
    internal const string AlreadyApprovedCode = "changes.already-approved";
    internal const string ReasonMissingCode = "changes.reason-missing";
    internal const string ApprovalsMissingCode = "changes.approvals-missing";
    internal const string EvidenceMissingCode = "changes.evidence-missing";
    internal const string SegregationCode = "segregation-of-duties";

    internal static Error ActNotPossible(ActKind act, string state) =>
        new(ActNotPossibleCode, $"A change in state '{state}' cannot take the step {act}.");

    internal static Error NotEntitled(Transition step) =>
        new(
            NotEntitledCode,
            step.By.Count == 0
                ? $"Nobody may take the step {step.Act} here."
                : $"The step {step.Act} is for: {string.Join(", ", step.By)}.",
            ErrorKind.Forbidden
        );

    internal static Error AlreadyApproved() =>
        new(AlreadyApprovedCode, "An approval by this person, or on this authority, is in force already.");

    internal static Error ReasonMissing(ActKind act) => new(ReasonMissingCode, $"The step {act} needs a reason.");

    internal static Error ApprovalsMissing(int needed, int present) =>
        new(ApprovalsMissingCode, $"{needed} approvals must be in force, {present} are.")
        {
            Violations = [new(ApprovalsMissingCode, "Approvals in force") { Limit = needed, Occupancy = present }],
        };

    internal static Error EvidenceMissing(IReadOnlyList<string> kinds) =>
        new(EvidenceMissingCode, $"Evidence is missing: {string.Join(", ", kinds)}.");

    internal static Error Segregation(ActKind act, IReadOnlyList<DutyHeld> held) =>
        new(
            SegregationCode,
            $"{act} is for somebody who is none of: {string.Join(", ", held.Select(h => h.Duty).Distinct())}.",
            ErrorKind.Forbidden
        )
        {
            Violations =
            [
                .. held.Select(h => new Violation(SegregationCode, $"Holds the duty {h.Duty} in this change")
                {
                    Scope = h.Duty.ToString(),
                    Occupants = [h.Person.ToString()],
                }),
            ],
        };
}
