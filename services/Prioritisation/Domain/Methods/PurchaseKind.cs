namespace FlowPlatform.Prioritisation.Domain.Methods;

public enum PurchaseKind
{
    /// <summary>A slot kept for the category; no customer pays.</summary>
    Reserved,

    /// <summary>Bought by its supporters.</summary>
    EqualShares,

    /// <summary>A leftover slot, given to the option whose supporters hold the most unspent budget.</summary>
    Completion,
}
