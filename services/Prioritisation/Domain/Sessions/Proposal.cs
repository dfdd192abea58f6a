using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>What is on the table: the platform's proposal, or one that a representative put in its place.</summary>
internal sealed class Proposal
{
    private Proposal() { }

    public Proposal(
        Guid sessionId,
        int number,
        IReadOnlyList<Guid> optionIds,
        Certificate certificate,
        DateTimeOffset at
    )
    {
        SessionId = sessionId;
        Number = number;
        OptionIds = [.. optionIds];
        Certificate = certificate;
        ProposedAt = at;
    }

    public Guid SessionId { get; private set; }

    public int Number { get; private set; }

    /// <summary>In the order in which they are to enter.</summary>
    public List<Guid> OptionIds { get; private set; } = [];

    public Certificate Certificate { get; private set; } = new(null, null);

    /// <summary>How the method bought each option; empty for a representative's proposal.</summary>
    public IReadOnlyList<Purchase> Purchases { get; init; } = [];

    public Guid? ProposedBy { get; init; }

    public Guid? CustomerId { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset ProposedAt { get; private set; }
}
