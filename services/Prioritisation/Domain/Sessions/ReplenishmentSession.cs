using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>
/// The planning meeting. Invariants: nobody of the delivering team and no facilitator ever ranks, proposes, objects or consents;
/// one person at a time speaks for a customer; ballots do not change after the reveal; Agreed is reached only by the consent of
/// every customer's acting representative to the same proposal, with no objection open, within the room of the board.
/// </summary>
internal sealed partial class ReplenishmentSession
{
    public const int MaxOptions = 500;

    private readonly List<FrozenOption> _options = [];
    private readonly List<Participant> _participants = [];
    private readonly List<Proposal> _proposals = [];
    private readonly List<Objection> _objections = [];

    private ReplenishmentSession() { }

    public Guid Id { get; private set; }

    public long Version { get; private set; } = 1;

    public Guid BoardId { get; private set; }

    public Guid TeamId { get; private set; }

    public Guid FacilitatorId { get; private set; }

    public Guid OpenedBy { get; private set; }

    public SessionState State { get; private set; }

    public CapacityFigures Figures { get; private set; } = null!; // Set by Open or by the database, which requires it.

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset ClosesAt { get; private set; }

    public DateTimeOffset? RevealedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    public IReadOnlyList<FrozenOption> Options => _options;

    public IReadOnlyList<Participant> Participants => _participants;

    public IReadOnlyList<Proposal> Proposals => _proposals;

    public IReadOnlyList<Objection> Objections => _objections;

    public SlotRoom Room => Figures.ToRoom();

    public Proposal? OnTheTable => _proposals.MaxBy(proposal => proposal.Number);

    public bool IsLive => State is SessionState.Open or SessionState.Deliberating;

    /// <summary>The state as a reader should see it: a passed time limit counts before the clock's watcher has written it down.</summary>
    public SessionState StateAt(DateTimeOffset now) => IsLive && now >= ClosesAt ? SessionState.Expired : State;

    public static Result<ReplenishmentSession> Open(Opening opening)
    {
        if (SessionRules.RefusalToOpen(opening) is { } refusal)
        {
            return refusal;
        }

        var session = new ReplenishmentSession
        {
            Id = Guid.CreateVersion7(opening.Now),
            BoardId = opening.BoardId,
            TeamId = opening.TeamId,
            FacilitatorId = opening.FacilitatorId,
            OpenedBy = opening.OpenedBy,
            Figures = opening.Figures,
            OpenedAt = opening.Now,
            ClosesAt = opening.Now + opening.TimeLimit,
        };
        session._options.AddRange(opening.Options.Select(o => new FrozenOption(session.Id, o, opening.Now)));
        session.Invite(opening);
        return session;
    }

    public bool ExpireIfDue(DateTimeOffset now)
    {
        if (StateAt(now) == State)
        {
            return false;
        }

        End(SessionState.Expired, "The time limit passed without agreement.", now);
        return true;
    }

    /// <summary>Ends without agreement; the slots stay empty.</summary>
    public Result Close(Guid by, bool isAdmin, string reason, DateTimeOffset now)
    {
        if (by != FacilitatorId && !isAdmin)
        {
            return SessionErrors.NotFacilitator;
        }

        if (Refusal(now, SessionState.Open, SessionState.Deliberating) is { } refusal)
        {
            return refusal;
        }

        End(SessionState.NotAgreed, reason, now);
        return Result.Ok;
    }

    private void Invite(Opening opening)
    {
        var balances = opening.Customers.ToDictionary(
            customer => customer.CustomerId,
            customer => opening.Balances.GetValueOrDefault(customer.CustomerId)
        );
        var budgets = Entitlement.Budgets(Room.Common, balances);
        foreach (var customer in opening.Customers.OrderBy(c => c.CustomerId))
        {
            var (representative, deputy) = (customer.RepresentativeId, customer.DeputyId);
            var participant = new Participant(
                Id,
                customer.CustomerId,
                representative,
                deputy,
                budgets[customer.CustomerId]
            );
            opening.RecusedIds.Where(participant.Mandates).ToList().ForEach(id => participant.Mark(id, isAbsent: true));
            _participants.Add(participant);
        }
    }

    private void End(SessionState state, string? reason, DateTimeOffset now)
    {
        (State, EndReason, EndedAt) = (state, reason, now);
        Version++;
    }

    private Error? Refusal(DateTimeOffset now, params ReadOnlySpan<SessionState> allowed) =>
        StateAt(now) is var state && allowed.Contains(state) ? null
        : state == SessionState.Expired ? SessionErrors.Expired
        : SessionErrors.WrongState(state);
}
