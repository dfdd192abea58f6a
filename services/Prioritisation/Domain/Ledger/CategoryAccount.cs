using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Ledger;

/// <summary>What a category is owed at a board, by its share of the slots.</summary>
internal sealed class CategoryAccount
{
    private CategoryAccount() { }

    public CategoryAccount(Guid boardId, WorkCategory category) => (BoardId, Category) = (boardId, category);

    public Guid BoardId { get; private set; }

    public WorkCategory Category { get; private set; }

    public Fraction Deficit { get; private set; }

    /// <summary>Options of the category that entered, of the slots that were handed out since it has a share.</summary>
    public int Entered { get; private set; }

    public int Slots { get; private set; }

    public int Sessions { get; private set; }

    public void Take(int share, int slots, int waiting, int entered)
    {
        Deficit = DeficitRoundRobin.Carry(Deficit, share, slots, waiting, entered);
        (Entered, Slots, Sessions) = (Entered + entered, Slots + slots, Sessions + 1);
    }
}
