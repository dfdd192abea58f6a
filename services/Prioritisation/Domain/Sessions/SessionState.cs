namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>The life of a replenishment session. The last three are ends.</summary>
public enum SessionState
{
    /// <summary>Representatives rank in private.</summary>
    Open,

    /// <summary>Ballots are revealed; objections and consents to a proposal.</summary>
    Deliberating,

    /// <summary>Every quorate representative consented; the outcome is signed.</summary>
    Agreed,

    /// <summary>Closed without consent: slots stay empty.</summary>
    NotAgreed,

    /// <summary>The time limit passed without consent: slots stay empty.</summary>
    Expired,
}
