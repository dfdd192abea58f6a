namespace FlowPlatform.Prioritisation.Domain.Options;

/// <summary>Where an option stands. Only a waiting one can be chosen.</summary>
public enum OptionStatus
{
    /// <summary>Nothing but an ending is known of it: its acceptance has not arrived yet, or never will.</summary>
    Unknown,
    Waiting,
    Linked,
    Declined,
    Withdrawn,
    Committed,
    Finished,
    Abandoned,
}
