namespace FlowPlatform.Prioritisation.Domain.Sessions;

public enum ObjectionEnding
{
    Withdrawn,
    Resolved,
}

/// <summary>A reasoned objection to the proposal on the table, and how it ended.</summary>
internal sealed class Objection
{
    public const int ReasonLength = 2000;

    private Objection() { }

    public Objection(Guid sessionId, Guid customerId, Guid by, int proposal, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        SessionId = sessionId;
        CustomerId = customerId;
        By = by;
        Proposal = proposal;
        RaisedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid CustomerId { get; private set; }

    public Guid By { get; private set; }

    public int Proposal { get; private set; }

    public Guid? OptionId { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset RaisedAt { get; private set; }

    public ObjectionEnding? Ending { get; private set; }

    public string? Resolution { get; private set; }

    public Guid? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOpen => Ending is null;

    public void End(ObjectionEnding ending, string? resolution, Guid by, DateTimeOffset at) =>
        (Ending, Resolution, EndedBy, EndedAt) = (ending, resolution, by, at);
}
