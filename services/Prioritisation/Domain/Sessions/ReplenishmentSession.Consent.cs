using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

internal sealed partial class ReplenishmentSession
{
    /// <summary>
    /// Consents to the proposal on the table. True when it was the last consent missing: then, and only then, the session is Agreed.
    /// </summary>
    public Result<bool> GiveConsent(Actor actor, Guid? customerId, int? proposal, Circumstances at)
    {
        var voice = VoiceOf(actor, customerId);
        if (voice.IsRefused)
        {
            return voice.Error;
        }

        if ((Refusal(at.Now, SessionState.Deliberating) ?? RefusalToConsent(voice.Value, proposal, at)) is { } refusal)
        {
            return refusal;
        }

        var others = _participants.TrueForAll(p => p == voice.Value || p.Consent?.Proposal == OnTheTable!.Number);
        if (others && _objections.Exists(objection => objection.IsOpen))
        {
            return SessionErrors.ObjectionsOpen;
        }

        voice.Value.GiveConsent(new(OnTheTable!.Number, actor.PersonId, at.Now));
        if (!others)
        {
            Version++;
            return false;
        }

        End(SessionState.Agreed, null, at.Now);
        return true;
    }

    /// <summary>What the agreed proposal means for the ledger; slots kept for a category are borne by nobody.</summary>
    public IReadOnlyList<Posting> Postings()
    {
        var chosen = _options.ToDictionary(option => option.OptionId);
        var common = OnTheTable!
            .OptionIds.Select(id => chosen[id])
            .GroupBy(option => option.Evidence.Facts.Category)
            .SelectMany(group => group.Skip(Room.ReservedFor(group.Key)));
        return Entitlement.Post(
            [.. _participants.Select(participant => participant.CustomerId)],
            [.. common.Select(option => new FilledSlot(option.Evidence.Facts.CustomerId, ApproversOf(option.OptionId)))]
        );
    }

    private List<Guid> ApproversOf(Guid optionId) =>
        [
            .. _participants
                .Where(p => p.Ballot?.Ranking.Approvals(Room.FreeSlots).Contains(optionId) == true)
                .Select(p => p.CustomerId),
        ];

    private Error? RefusalToConsent(Participant voice, int? proposal, Circumstances at)
    {
        if (proposal is { } seen && seen != OnTheTable!.Number)
        {
            return ProposalErrors.Changed(OnTheTable!.Number);
        }

        return _objections.Exists(objection => objection.IsOpen && objection.CustomerId == voice.CustomerId)
            ? SessionErrors.OwnObjectionOpen
            : RefusalOf(OnTheTable!.OptionIds, at);
    }
}
