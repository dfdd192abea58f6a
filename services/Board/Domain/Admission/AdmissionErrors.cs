using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Admission;

internal static class AdmissionErrors
{
    internal const string WipLimitCode = "wip-limit-exceeded";
    internal const string GateCode = "change-approval-required";

    /// <summary>
    /// A missing approval is named alone; as soon as a limit is violated too, the limit names the refusal.
    /// </summary>
    internal static Error Refused(IReadOnlyList<ViolatedLimit> violated)
    {
        var first = violated.FirstOrDefault(limit => limit.Kind != LimitKind.Gate) ?? violated[0];
        var code = first.Kind == LimitKind.Gate ? GateCode : WipLimitCode;
        return new Error(code, first.Message);
    }
}
