using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

internal sealed partial class ReplenishmentSession
{
    public bool IsRevealed => RevealedAt is not null;

    /// <summary>Casts or replaces a customer's ballot; when it is the last one missing, all are revealed.</summary>
    public Result<Participant> Cast(Actor actor, Guid? customerId, Ranking ranking, DateTimeOffset now)
    {
        var voice = VoiceOf(actor, customerId);
        if (voice.IsRefused)
        {
            return voice.Error;
        }

        if ((Refusal(now, SessionState.Open) ?? SessionRules.RefusalOfNames(this, [.. ranking.Options])) is { } refusal)
        {
            return refusal;
        }

        voice.Value.Cast(new(ranking, actor.PersonId, now));
        Version++;
        if (_participants.TrueForAll(participant => participant.Ballot is not null))
        {
            Reveal(now);
        }

        return voice;
    }

    /// <summary>The facilitator reveals before every ballot is in; who has not ranked still has to consent.</summary>
    public Result RevealBy(Guid by, DateTimeOffset now)
    {
        if (by != FacilitatorId)
        {
            return SessionErrors.NotFacilitator;
        }

        if (Refusal(now, SessionState.Open) is { } refusal)
        {
            return refusal;
        }

        var silent = _participants.Where(participant => participant.ActingId is null).ToList();
        if (silent.Count > 0)
        {
            return ProposalErrors.NotQuorate(silent.Select(participant => participant.CustomerId));
        }

        if (_participants.TrueForAll(participant => participant.Ballot is null))
        {
            return SessionErrors.NoBallots;
        }

        Reveal(now);
        Version++;
        return Result.Ok;
    }

    /// <summary>Marks a representative or deputy absent or present: by the facilitator, or by the person.</summary>
    public Result MarkAbsence(Guid by, Guid personId, bool isAbsent, DateTimeOffset now)
    {
        if (by != FacilitatorId && by != personId)
        {
            return SessionErrors.NotFacilitator;
        }

        if (Refusal(now, SessionState.Open, SessionState.Deliberating) is { } refusal)
        {
            return refusal;
        }

        var mandates = _participants.FindAll(participant => participant.Mandates(personId));
        if (mandates.Count == 0)
        {
            return SessionErrors.NotMandated;
        }

        mandates.ForEach(participant => participant.Mark(personId, isAbsent));
        Version++;
        return Result.Ok;
    }

    /// <summary>What the methods count: the ballots there are, each with its customer's budget.</summary>
    public Poll ToPoll() =>
        new(
            Room,
            [
                .. _options.Select(o => new PollOption(
                    o.OptionId,
                    o.Evidence.Facts.Category,
                    o.Evidence.Facts.AcceptedAt
                )),
            ],
            [.. _participants.Select(p => new Voice(p.CustomerId, p.Budget, p.Ballot?.Ranking ?? new Ranking([])))]
        );

    private void Reveal(DateTimeOffset now)
    {
        var proposed = Proposer.Propose(ToPoll());
        _proposals.Add(new(Id, 1, proposed.OptionIds, proposed.Certificate, now) { Purchases = proposed.Purchases });
        (State, RevealedAt) = (SessionState.Deliberating, now);
    }

    /// <summary>The customer for whom the actor speaks at this moment; refuses everybody else, whatever roles they hold.</summary>
    private Result<Participant> VoiceOf(Actor actor, Guid? customerId)
    {
        if (actor.IsRecused)
        {
            return SessionErrors.TeamRecused;
        }

        if (actor.PersonId == FacilitatorId)
        {
            return SessionErrors.FacilitatorHasNoVote;
        }

        var mandates = _participants.FindAll(p =>
            p.Mandates(actor.PersonId) && (customerId ?? p.CustomerId) == p.CustomerId
        );
        var voices = mandates.FindAll(participant => participant.ActingId == actor.PersonId);
        return voices.Count switch
        {
            1 => voices[0],
            > 1 => SessionErrors.CustomerNeeded,
            _ => mandates.Count == 0 ? SessionErrors.NotRepresentative : WhySilent(mandates[0], actor.PersonId),
        };
    }

    private static Error WhySilent(Participant mandate, Guid personId) =>
        mandate.RepresentativeId == personId || mandate.IsDeputyAbsent
            ? SessionErrors.MarkedAbsent
            : SessionErrors.RepresentativePresent;
}
