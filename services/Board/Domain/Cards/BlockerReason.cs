namespace FlowPlatform.Board.Domain.Cards;

/// <summary>Why a card cannot go on. Typed, so that blocked time can be added up by reason.</summary>
public enum BlockerReason
{
    Dependency,
    Information,
    Approval,
    Environment,
    Supplier,
    Absence,
    Defect,
    Other,
}
