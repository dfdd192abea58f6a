using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Tests.Domain.Changes;

/// <summary>Valid by default; a test sets what it is about.</summary>
internal static class Samples
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    internal static readonly Guid Requester = Person(1);

    internal static Guid Person(int number) => new(number, 0, 0, new byte[8]);

    internal static ChangeContent Content() =>
        new()
        {
            Title = "Round interest half up",
            Purpose = "The auditors ask for it",
            Scope = "The interest run",
            Systems = ["ledger", "reports"],
            RiskClass = RiskClass.Medium,
            ImplementationDigest = "sha256:one",
            TestEvidence = "run 7",
            Window = new ImplementationWindow(Now, Now.AddHours(4)),
            BackOutPlan = "The release before",
            Authors = [],
        };

    internal static Rulebook Rules(string category = DefaultModel.Normal, params Control[] more) =>
        new(
            DefaultModel.Id,
            DefaultModel.Version,
            DefaultModel.Processes.Single(process => process.Category == category),
            [.. StandingControls.All, .. more]
        );

    internal static ChangeRequest Change(ChangeContent? content = null, Rulebook? rules = null) =>
        ChangeRequest.Raise(1, (Person(99), null), content ?? Content(), rules ?? Rules(), Requester, Now).Value;

    internal static Act Act(ActKind kind, int person, IReadOnlySet<Facet>? facets = null) =>
        new(kind, Person(person), Enum.GetValues<Party>().ToHashSet()) { Facets = facets ?? EveryFacet };

    private static IReadOnlySet<Facet> EveryFacet => ChangeApproval.Domain.Models.Act.Every;
}
