using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// What became of a team between two windows of equal length: each figure before and after, with the 95 % interval of the
/// difference. Figures are compared only where they mean the same on both sides.
/// </summary>
internal sealed record BenefitReport(
    string DefinitionDigest,
    Effect? ThroughputPerDay,
    Effect? LeadTimeP50Days,
    Effect? LeadTimeP85Days,
    Effect? WastePerItemDays,
    Effect? DebtNetPaydownPerDay
)
{
    internal static Result<BenefitReport> Of(FlowSample flow, Window before, Window after, ulong seed)
    {
        var definitions = MeasureDefinition.DigestsDuring(flow.Workflows, new(before.From, after.To));
        if (definitions.Count > 1)
        {
            return DefinitionsDiffer(definitions.Count);
        }

        Effect? OfMetric(FlowMetric metric) =>
            BlockBootstrap.OfRatio(MetricSeries.Of(metric, flow, before), MetricSeries.Of(metric, flow, after), seed);

        return new BenefitReport(
            definitions[0],
            OfMetric(FlowMetric.Throughput),
            LeadTime(flow, before, after, 0.50, seed),
            LeadTime(flow, before, after, 0.85, seed),
            OfMetric(FlowMetric.WastePerItem),
            OfMetric(FlowMetric.DebtNetPaydown)
        );
    }

    private static Effect? LeadTime(FlowSample flow, Window before, Window after, double p, ulong seed) =>
        BlockBootstrap.OfPercentile(
            (int)before.Length.TotalDays,
            LeadTimes(flow, before),
            LeadTimes(flow, after),
            p,
            seed
        );

    private static IEnumerable<(int Day, double Value)> LeadTimes(FlowSample flow, Window window) =>
        flow
            .Finished.Where(item => window.Contains(item.FinishedAt))
            .Select(item => ((int)(item.FinishedAt!.Value - window.From).TotalDays, item.LeadTime!.Value.TotalDays));

    private static Error DefinitionsDiffer(int count) =>
        new(
            "definitions-differ",
            $"{count} definitions of what is begun, finished or a queue were in force within the windows: "
                + "the figures before and after mean different things, and are not compared."
        );
}
