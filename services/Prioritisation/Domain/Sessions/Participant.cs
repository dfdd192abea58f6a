using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>A customer in a session: its mandate, who is absent, its budget, its one ballot and its one consent.</summary>
internal sealed class Participant
{
    private Participant() { }

    public Participant(Guid sessionId, Guid customerId, Guid? representativeId, Guid? deputyId, Fraction budget)
    {
        SessionId = sessionId;
        CustomerId = customerId;
        RepresentativeId = representativeId;
        DeputyId = deputyId;
        Budget = budget;
    }

    public Guid SessionId { get; private set; }

    public Guid CustomerId { get; private set; }

    public Guid? RepresentativeId { get; private set; }

    public Guid? DeputyId { get; private set; }

    public bool IsRepresentativeAbsent { get; private set; }

    public bool IsDeputyAbsent { get; private set; }

    public Fraction Budget { get; private set; }

    public Ballot? Ballot { get; private set; }

    public Consent? Consent { get; private set; }

    /// <summary>The one person who speaks for the customer now; none means that the session is not quorate.</summary>
    public Guid? ActingId =>
        RepresentativeId is { } representative && !IsRepresentativeAbsent ? representative
        : IsDeputyAbsent ? null
        : DeputyId;

    public bool Mandates(Guid personId) => RepresentativeId == personId || DeputyId == personId;

    public void Mark(Guid personId, bool isAbsent)
    {
        IsRepresentativeAbsent = RepresentativeId == personId ? isAbsent : IsRepresentativeAbsent;
        IsDeputyAbsent = DeputyId == personId ? isAbsent : IsDeputyAbsent;
    }

    public void Cast(Ballot ballot) => Ballot = ballot;

    public void GiveConsent(Consent consent) => Consent = consent;

    public void TakeBackConsent() => Consent = null;
}
