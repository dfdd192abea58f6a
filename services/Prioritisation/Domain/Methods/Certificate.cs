namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>The result of the fairness check: a coalition that would deserve more, one held back only by a category's ceiling, or none.</summary>
public sealed record Certificate(Claim? ShortChanged, Claim? HeldBackByCategory)
{
    public bool IsFair => ShortChanged is null;
}

/// <summary>These customers all approve a left-out option and deserve at least this many of their wishes; none of them gets that many.</summary>
public sealed record Claim(IReadOnlyList<Guid> Customers, Guid OptionId, int Deserves);
