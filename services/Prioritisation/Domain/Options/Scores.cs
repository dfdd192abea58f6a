namespace FlowPlatform.Prioritisation.Domain.Options;

/// <summary>The decision aids given to an option. They inform those who rank, and never rank by themselves.</summary>
internal sealed record Scores(WsjfInputs? Wsjf, RiceInputs? Rice, CostOfDelayInputs? CostOfDelay, int? ExpectedValue)
{
    public static Scores None { get; } = new(null, null, null, null);
}

/// <summary>
/// Weighted shortest job first, WSJF = (business value + time criticality + risk reduction or opportunity enablement) / job size
/// (Scaled Agile Framework, "WSJF"), after Reinertsen, "The Principles of Product Development Flow", 2009: cost of delay / duration.
/// </summary>
public sealed record WsjfInputs(int BusinessValue, int TimeCriticality, int RiskReduction, int JobSize)
{
    public decimal Score => Math.Round((decimal)(BusinessValue + TimeCriticality + RiskReduction) / JobSize, 2);
}

/// <summary>RICE = reach * impact * confidence / effort (Sean McBride, Intercom, "RICE: simple prioritization for product managers").</summary>
/// <param name="Reach">People or events per period.</param>
/// <param name="Impact">0.25 minimal, 0.5 low, 1 medium, 2 high, 3 massive.</param>
/// <param name="Confidence">A share, 0 to 1.</param>
/// <param name="Effort">Person-months.</param>
public sealed record RiceInputs(decimal Reach, decimal Impact, decimal Confidence, decimal Effort)
{
    public decimal Score => Math.Round(Reach * Impact * Confidence / Effort, 2);
}

/// <summary>
/// Cost of delay per day, and CD3 = cost of delay divided by duration (Joshua Arnold, Black Swan Farming, after Reinertsen 2009):
/// doing the highest first costs the least delay in sum.
/// </summary>
public sealed record CostOfDelayInputs(decimal PerDay, int? DurationDays)
{
    public decimal? Cd3 => DurationDays is { } days ? Math.Round(PerDay / days, 2) : null;
}
