namespace FlowPlatform.Prioritisation.Domain.Options;

/// <summary>Where an option stands. Only a waiting one can be chosen.</summary>
public enum OptionStatus
{
    /// <summary>It is accepted by nobody: the acceptance has not arrived yet, or was taken back.</summary>
    Unknown,
    Waiting,
    Linked,
    Declined,
    Withdrawn,
    Committed,
    Finished,
    Abandoned,
}
