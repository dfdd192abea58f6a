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

    /// <summary>The board has a new version of its definition of workflow.</summary>
    WorkflowChanged,
}
