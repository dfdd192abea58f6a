namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>The chosen options in the order they should enter, how each was bought, and the certificate.</summary>
internal sealed record ProposedSelection(
    IReadOnlyList<Guid> OptionIds,
    IReadOnlyList<Purchase> Purchases,
    Certificate Certificate
);
