using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Changes;

internal sealed partial class ChangeRequest
{
    internal Result<Step> Revise(Rulebook rules, Act act, ChangeContent content, string? reason, DateTimeOffset now)
    {
        var digests = FacetDigests.Of(content);
        if (digests.All(digest => Present.Digests[digest.Key] == digest.Value))
        {
            return ChangeErrors.NothingChanged;
        }

        if (content.Window is { } window && window.To <= window.From)
        {
            return ChangeErrors.WindowEndsBeforeItBegins;
        }

        var revise = act with
        {
            Authors = content.Authors,
            Carried = ApprovalsInForce(digests),
            CarriedEvidence = EvidenceInForce(digests),
            HasReason = IsStated(reason),
        };
        var before = (Stage, Present.Digests);
        // Both contents: dropping a system from the list must not drop its controls from the judgement of that step.
        var moved = rules.Decide(Run, revise, [.. Systems.Union(content.Systems)]);
        if (moved.IsRefused)
        {
            return moved.Error;
        }

        AddRevision(content, reason, act.Person, now);
        var lapsed = CarryOverFrom(before.Digests, now);
        Become(rules, moved.Value, now, isRevised: true);
        return new Step(before.Stage, Stage, lapsed);
    }

    private List<CarryOver> CarryOverFrom(IReadOnlyDictionary<Facet, string> before, DateTimeOffset now)
    {
        var judged = _verdicts
            .Where(verdict => verdict.Kind == VerdictKind.Approve)
            .Select(verdict => (verdict, Differing: verdict.Differing(Present.Digests)))
            .Select(v =>
                (
                    v.verdict,
                    new CarryOver(Id, v.verdict.Id, RevisionNumber, v.Differing.Count == 0)
                    {
                        Differing = v.Differing,
                        JudgedAt = now,
                    }
                )
            )
            .ToList();
        _carryOvers.AddRange(judged.Select(j => j.Item2));
        return [.. judged.Where(j => j.verdict.IsInForce(before) && !j.Item2.IsCarried).Select(j => j.Item2)];
    }
}
