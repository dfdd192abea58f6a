using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Changes;

/// <summary>Where a change stood before a step, and the approvals that the step ended.</summary>
internal sealed record Step(Stage Before, Stage After, IReadOnlyList<CarryOver> Lapsed)
{
    internal bool IsAuthorised => Before != Stage.Authorised && After == Stage.Authorised;
}

internal sealed partial class ChangeRequest
{
    /// <summary>An approval or a rejection, by the act's person, for the facets it names as they are now.</summary>
    internal Result<Verdict> Judge(Rulebook rules, Act act, string? reason, Guid? delegationId, DateTimeOffset now)
    {
        if (act.Facets.Count == 0)
        {
            return ChangeErrors.NoFacets;
        }

        var moved = rules.Decide(Run, act with { HasReason = IsStated(reason) }, Systems);
        if (moved.IsRefused)
        {
            return moved.Error;
        }

        var kind = act.Kind == ActKind.Approve ? VerdictKind.Approve : VerdictKind.Reject;
        var verdict = new Verdict(Id, RevisionNumber, kind, act.Person, act.OnBehalfOf)
        {
            DelegationId = delegationId,
            Reason = reason,
            Seen = act.Facets.ToDictionary(facet => facet, facet => Present.Digests[facet]),
            GivenAt = now,
        };
        _verdicts.Add(verdict);
        Become(rules, moved.Value, now);
        return verdict;
    }

    internal Result<Step> Attest(
        Rulebook rules,
        Act act,
        string kind,
        string reference,
        bool passed,
        DateTimeOffset now
    )
    {
        var moved = Take(rules, act with { Evidence = passed ? kind : null }, now);
        if (!moved.IsRefused)
        {
            _evidence.Add(
                new Attestation
                {
                    ChangeId = Id,
                    Revision = RevisionNumber,
                    Kind = kind,
                    Reference = reference,
                    IsPassed = passed,
                    ImplementationSeen = Present.Digests[Facet.Implementation],
                    By = act.Person,
                    At = now,
                }
            );
        }

        return moved;
    }

    /// <summary>Implement, review or withdraw: the steps that leave the content alone.</summary>
    internal Result<Step> Take(Rulebook rules, Act act, DateTimeOffset now)
    {
        var before = Stage;
        var moved = rules.Decide(Run, act, Systems);
        if (moved.IsRefused)
        {
            return moved.Error;
        }

        Become(rules, moved.Value, now);
        return new Step(before, Stage, []);
    }

    /// <summary>Whether a judgement of everything the change says, with a reason, would be accepted now. Nothing happens.</summary>
    internal bool Allows(Rulebook rules, Act act) => !rules.Decide(Run, act, Systems).IsRefused;

    private void Become(Rulebook rules, Run run, DateTimeOffset now, bool isRevised = false)
    {
        var was = Stage;
        State = run.State;
        Stage = rules.Process.StageOf(run.State);
        if (run.IsImplemented && !IsImplemented)
        {
            ImplementedAt = now;
            ReviewDueAt = rules.ReviewDue(Systems, now);
        }

        (IsImplemented, IsReviewed) = (run.IsImplemented, run.IsReviewed);
        AuthorisedAt = Stage == Stage.Waiting ? null : AuthorisedAt ?? (Stage == Stage.Authorised ? now : null);
        EndedAt ??= Stage is Stage.Closed or Stage.Rejected or Stage.Withdrawn ? now : null;
        TakeOnDuties(run, now);
        ActVersion = ++Version;
        if (Stage == Stage.Authorised && (was != Stage.Authorised || isRevised))
        {
            Version++;
        }
    }

    private void TakeOnDuties(Run run, DateTimeOffset now)
    {
        var held = _duties.Select(entry => new DutyHeld(entry.PersonId, entry.Duty)).ToHashSet();
        foreach (var duty in run.Duties.Where(duty => !held.Contains(duty)))
        {
            var side = duty.Duty.SideOf();
            if (!_sides.Exists(s => s.PersonId == duty.Person && s.Side == side))
            {
                _sides.Add(
                    new PersonSide
                    {
                        ChangeId = Id,
                        PersonId = duty.Person,
                        Side = side,
                    }
                );
            }

            _duties.Add(
                new DutyEntry
                {
                    ChangeId = Id,
                    PersonId = duty.Person,
                    Duty = duty.Duty,
                    Side = side,
                    Since = now,
                }
            );
        }
    }

    private static bool IsStated(string? reason) => !string.IsNullOrWhiteSpace(reason);
}
