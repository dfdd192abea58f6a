using FlowPlatform.Prioritisation.Domain.Sessions;

namespace FlowPlatform.Prioritisation.Domain.Outcomes;

/// <summary>The signed result of an agreed session: the authority on which the board accepts its work items. Never changes.</summary>
internal sealed class ReplenishmentOutcome
{
    private ReplenishmentOutcome() { }

    public Guid Id { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid BoardId { get; private set; }

    public Guid TeamId { get; private set; }

    /// <summary>In the order of their rank on the board.</summary>
    public List<Guid> CommittedIds { get; private set; } = [];

    public string Signature { get; private set; } = "";

    public DateTimeOffset AgreedAt { get; private set; }

    public Guid LastConsentBy { get; private set; }

    public static ReplenishmentOutcome Of(ReplenishmentSession session, string signingKey, Guid by, DateTimeOffset now)
    {
        if (session.State != SessionState.Agreed)
        {
            throw new InvalidOperationException("Only an agreed session has an outcome.");
        }

        var id = Guid.CreateVersion7(now);
        var committed = session.OnTheTable!.OptionIds;
        return new()
        {
            Id = id,
            SessionId = session.Id,
            BoardId = session.BoardId,
            TeamId = session.TeamId,
            CommittedIds = [.. committed],
            Signature = OutcomeSignature.ForOutcome(signingKey, id, session.BoardId, committed),
            AgreedAt = now,
            LastConsentBy = by,
        };
    }
}
