using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

internal sealed partial class ReplenishmentSession
{
    /// <summary>Puts another proposal on the table; every consent to the former one is void.</summary>
    public Result<Proposal> Propose(
        Actor actor,
        Guid? customerId,
        IReadOnlyList<Guid> optionIds,
        string reason,
        Circumstances at
    )
    {
        var voice = VoiceOf(actor, customerId);
        if (voice.IsRefused)
        {
            return voice.Error;
        }

        if ((Refusal(at.Now, SessionState.Deliberating) ?? RefusalOf(optionIds, at)) is { } refusal)
        {
            return refusal;
        }

        var certificate = Proposer.Certify(ToPoll(), optionIds);
        var proposal = new Proposal(Id, _proposals.Count + 1, optionIds, certificate, at.Now)
        {
            ProposedBy = actor.PersonId,
            CustomerId = voice.Value.CustomerId,
            Reason = reason,
        };
        _proposals.Add(proposal);
        _participants.ForEach(participant => participant.TakeBackConsent());
        Version++;
        return proposal;
    }

    /// <summary>Raises an objection; a consent that the customer had given is taken back.</summary>
    public Result<Objection> Object(Actor actor, Guid? customerId, Guid? optionId, string reason, DateTimeOffset now)
    {
        var voice = VoiceOf(actor, customerId);
        if (voice.IsRefused)
        {
            return voice.Error;
        }

        if (Refusal(now, SessionState.Deliberating) is { } refusal)
        {
            return refusal;
        }

        if (optionId is { } option && SessionRules.RefusalOfNames(this, [option]) is { } stranger)
        {
            return stranger;
        }

        var objection = new Objection(Id, voice.Value.CustomerId, actor.PersonId, OnTheTable!.Number, now)
        {
            OptionId = optionId,
            Reason = reason,
        };
        _objections.Add(objection);
        voice.Value.TakeBackConsent();
        Version++;
        return objection;
    }

    /// <summary>Ends an objection: its customer withdraws it, or the customer or the facilitator records how it was resolved.</summary>
    public Result<Objection> EndObjection(
        Actor actor,
        Guid objectionId,
        ObjectionEnding ending,
        string? resolution,
        DateTimeOffset now
    )
    {
        if (Refusal(now, SessionState.Deliberating) is { } refusal)
        {
            return refusal;
        }

        var objection = _objections.Find(candidate => candidate.Id == objectionId);
        if (objection is null)
        {
            return SessionErrors.ObjectionNotFound;
        }

        var voice = VoiceOf(actor, objection.CustomerId);
        if (voice.IsRefused && (ending == ObjectionEnding.Withdrawn || actor.PersonId != FacilitatorId))
        {
            return actor.IsRecused ? SessionErrors.TeamRecused : SessionErrors.NotObjector;
        }

        if (!objection.IsOpen)
        {
            return SessionErrors.ObjectionEnded;
        }

        objection.End(ending, resolution, actor.PersonId, now);
        Version++;
        return objection;
    }

    private Error? RefusalOf(IReadOnlyList<Guid> optionIds, Circumstances at)
    {
        if (optionIds.Count == 0)
        {
            return ProposalErrors.Nothing;
        }

        var gone = optionIds.Except(at.Waiting).ToList();
        return SessionRules.RefusalOfNames(this, optionIds)
            ?? (gone.Count > 0 ? ProposalErrors.Gone(gone) : null)
            ?? SessionRules.RefusalByRoom(this, optionIds, at.Room)
            ?? SessionRules.RefusalByReservation(this, optionIds, at);
    }
}
