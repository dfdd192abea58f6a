using FlowPlatform.ChangeApproval.Domain.Changes;

namespace FlowPlatform.ChangeApproval.Domain.Models;

/// <summary>The model of every team that has not written its own.</summary>
internal static class DefaultModel
{
    internal const string Standard = "Standard";
    internal const string Normal = "Normal";
    internal const string Emergency = "Emergency";
    internal const int Version = 1;

    private static readonly Duty[] Delivering =
    [
        .. Enum.GetValues<Duty>().Where(duty => duty.SideOf() == Side.Delivering),
    ];

    private static readonly Duty[] Judging = [.. Enum.GetValues<Duty>().Where(duty => duty.SideOf() == Side.Judging)];

    internal static Guid Id { get; } = new("00000000-0000-0000-0000-000000000001");

    internal static IReadOnlyList<Process> Processes { get; } =
    [StandardProcess(), NormalProcess(), EmergencyProcess()];

    internal static ModelVersion AsVersion() =>
        new()
        {
            ModelId = Id,
            Number = Version,
            Name = "Default",
            Processes = Processes,
            By = Guid.Empty,
            At = DateTimeOffset.UnixEpoch,
        };

    private static Process StandardProcess() =>
        new(
            Standard,
            "Preapproved",
            [new("Preapproved", Stage.Authorised), new("Done", Stage.Closed), new("Withdrawn", Stage.Withdrawn)],
            [
                Delivered("Preapproved", ActKind.Attest, "Preapproved"),
                Delivered("Preapproved", ActKind.Revise, "Preapproved"),
                Delivered("Preapproved", ActKind.Implement, "Done"),
                Withdrawal("Preapproved"),
            ]
        );

    private static Process NormalProcess() =>
        new(
            Normal,
            "Waiting",
            [
                new("Waiting", Stage.Waiting),
                new("Approved", Stage.Authorised),
                new("Done", Stage.Closed),
                new("Rejected", Stage.Rejected),
                new("Withdrawn", Stage.Withdrawn),
            ],
            [
                Delivered("Waiting", ActKind.Attest, "Waiting"),
                Delivered("Waiting", ActKind.Revise, "Waiting"),
                Judged("Waiting", ActKind.Approve, "Waiting"),
                Judged("Waiting", ActKind.Reject, "Rejected"),
                new("Waiting", ActKind.Advance, "Approved") { Approvals = 1 },
                Withdrawal("Waiting"),
                Delivered("Approved", ActKind.Attest, "Approved"),
                // Back to the judgement; what was carried over lets it advance again at once.
                Delivered("Approved", ActKind.Revise, "Waiting"),
                Judged("Approved", ActKind.Approve, "Approved"),
                Judged("Approved", ActKind.Reject, "Rejected"),
                Delivered("Approved", ActKind.Implement, "Done") with
                {
                    Approvals = 1,
                },
                Withdrawal("Approved"),
            ]
        );

    private static Process EmergencyProcess() =>
        new(
            Emergency,
            "Urgent",
            [
                new("Urgent", Stage.Authorised),
                new("ReviewDue", Stage.Implemented),
                new("Done", Stage.Closed),
                new("Withdrawn", Stage.Withdrawn),
            ],
            [
                Delivered("Urgent", ActKind.Attest, "Urgent"),
                Delivered("Urgent", ActKind.Revise, "Urgent"),
                Judged("Urgent", ActKind.Approve, "Urgent"),
                Delivered("Urgent", ActKind.Implement, "ReviewDue"),
                Withdrawal("Urgent"),
                Delivered("ReviewDue", ActKind.Attest, "ReviewDue"),
                Judged("ReviewDue", ActKind.Review, "Done"),
            ]
        );

    private static Transition Delivered(string from, ActKind act, string to) =>
        new(from, act, to) { By = [Party.TeamMember], NotBy = Judging };

    private static Transition Judged(string from, ActKind act, string to) =>
        new(from, act, to)
        {
            By = [Party.TeamMember, Party.ChangeAuthority],
            NotBy = Delivering,
            Reason = true,
        };

    private static Transition Withdrawal(string from) =>
        new(from, ActKind.Withdraw, "Withdrawn") { By = [Party.Requester, Party.TeamLead], Reason = true };
}
