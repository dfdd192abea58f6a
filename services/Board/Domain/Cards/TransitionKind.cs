namespace FlowPlatform.Board.Domain.Cards;

/// <summary>What a row of the history says happened to a card.</summary>
public enum TransitionKind
{
    Placed,
    Moved,
    Finished,
    Reopened,
    OwnersChanged,
    Blocked,
    Unblocked,
    Abandoned,

    /// <summary>Another place within its column; no measure looks at it.</summary>
    Reordered,

    /// <summary>Its request was edited: title, due date or whether it is regulated.</summary>
    Edited,

    /// <summary>A change was raised for it: from here it may wait for approval.</summary>
    ApprovalRequested,

    /// <summary>Its change was approved: the gates are open for it.</summary>
    ApprovalGiven,

    /// <summary>The approval of its change lapsed, or the change was rejected.</summary>
    ApprovalLost,

    /// <summary>A move was taken back by who made it, nothing having happened since.</summary>
    Undone,

    /// <summary>Cards were split off this one; the reason names them.</summary>
    Split,

    /// <summary>
    /// The card was split off another one, which the reason names. The rows before it, with their own times, are the
    /// history of the whole up to here.
    /// </summary>
    SplitOff,

    /// <summary>An owner became absent and somebody else may take over; the reason is the person's id.</summary>
    HandOverRequested,

    DueDateChanged,
    Tagged,

    /// <summary>Somebody said, or took back, that AI helped with it; the reason says how.</summary>
    AiAssistanceChanged,

    /// <summary>The reason is the comment's id.</summary>
    Commented,
    ChecklistChanged,
    AttachmentsChanged,
    Archived,
    Restored,

    /// <summary>The board has a new version of its definition of workflow.</summary>
    WorkflowChanged,
}
