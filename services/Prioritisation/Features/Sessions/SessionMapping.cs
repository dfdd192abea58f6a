using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.Prioritisation.Features.Options;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Who looks, and the names that a view shows beside ids.</summary>
internal sealed record Viewer(
    Actor Actor,
    DateTimeOffset Now,
    IReadOnlyDictionary<Guid, string> People,
    IReadOnlyDictionary<Guid, string> Customers
);

internal static class SessionMapping
{
    internal static SessionView ToView(
        this ReplenishmentSession session,
        Viewer viewer,
        string boardName,
        Guid? outcomeId
    ) =>
        new(
            session.Id,
            session.Version,
            session.BoardId,
            boardName,
            session.TeamId,
            session.FacilitatorId,
            viewer.People.GetValueOrDefault(session.FacilitatorId, ""),
            session.StateAt(viewer.Now),
            session.Figures.FreeSlots,
            session.Figures.FreeByCategory,
            session.Figures.ReservedByCategory,
            session.Figures.OwedByCategory ?? [],
            session.OpenedAt,
            session.ClosesAt,
            session.RevealedAt,
            session.EndedAt,
            session.EndReason,
            outcomeId,
            viewer.Actor.PersonId == session.FacilitatorId,
            viewer.Actor.IsRecused,
            VoicesOf(session, viewer),
            CostOfDelay(session),
            [.. session.Options.OrderBy(o => o.Evidence.Facts.AcceptedAt).Select(o => View(o, viewer))],
            [.. session.Participants.OrderBy(p => p.CustomerId).Select(p => View(p, session, viewer))],
            [.. session.Proposals.OrderBy(p => p.Number).Select(DeliberationMapping.View)],
            [.. session.Objections.OrderBy(o => o.RaisedAt).Select(DeliberationMapping.View)],
            session.IsRevealed ? Compare(session) : null
        );

    private static List<Guid> VoicesOf(ReplenishmentSession session, Viewer viewer) =>
        viewer.Actor.IsRecused || !session.IsLive
            ? []
            : [.. session.Participants.Where(p => p.ActingId == viewer.Actor.PersonId).Select(p => p.CustomerId)];

    private static decimal? CostOfDelay(ReplenishmentSession session)
    {
        var proposed = session.State == SessionState.Agreed ? [] : session.OnTheTable?.OptionIds ?? [];
        var costs = session
            .Options.Where(option => proposed.Contains(option.OptionId))
            .Select(option => option.Evidence.Scores.CostOfDelay?.PerDay)
            .OfType<decimal>()
            .ToList();
        return costs.Count == 0 ? null : costs.Sum();
    }

    private static OptionEvidenceView View(FrozenOption option, Viewer viewer)
    {
        var facts = option.Evidence.Facts;
        return new(
            option.OptionId,
            facts.Key,
            facts.Title,
            facts.CustomerId,
            viewer.Customers.GetValueOrDefault(facts.CustomerId, ""),
            facts.Category,
            facts.ClassOfService,
            facts.Priority,
            facts.DueDate,
            facts.IsRegulated,
            facts.AcceptedAt,
            (int)(option.Evidence.FrozenAt - facts.AcceptedAt).TotalDays,
            option.Evidence.Scores.ToView()
        );
    }

    private static ParticipantView View(Participant participant, ReplenishmentSession session, Viewer viewer) =>
        new(
            participant.CustomerId,
            viewer.Customers.GetValueOrDefault(participant.CustomerId, ""),
            participant.RepresentativeId,
            Name(participant.RepresentativeId, viewer),
            participant.IsRepresentativeAbsent,
            participant.DeputyId,
            Name(participant.DeputyId, viewer),
            participant.IsDeputyAbsent,
            participant.ActingId,
            participant.Budget.ToString(),
            participant.Ballot is not null,
            participant.Consent is not null,
            // Before the reveal a ballot is shown to the person who cast it, and to nobody else: not to administrators either.
            participant.Ballot
                is { } ballot
            && (session.IsRevealed || ballot.By == viewer.Actor.PersonId)
                ? new(ballot.Ranking.Groups, ballot.By, ballot.At)
                : null
        );

    private static BallotComparisonView Compare(ReplenishmentSession session)
    {
        var order = Proposer.PooledOrder(session.ToPoll());
        var ballots = session.Participants.Select(p => p.Ballot?.Ranking).OfType<Ranking>().ToList();
        return new(Spread.Over(ballots), order.Places, order.Cycles);
    }

    private static string? Name(Guid? personId, Viewer viewer) =>
        personId is { } id ? viewer.People.GetValueOrDefault(id, "") : null;
}
