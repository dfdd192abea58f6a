using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Domain.Experiments;

internal static class ExperimentWarnings
{
    internal static IReadOnlyList<ExperimentWarning> Of(
        Experiment experiment,
        FlowSample flow,
        IReadOnlyList<Experiment> others,
        DateTimeOffset now
    )
    {
        var (before, after) = ExperimentAnalysis.Windows(experiment, now);
        var compared = new Window(before.From, after.To);
        var found = new List<ExperimentWarning>();
        void When(bool holds, ExperimentWarning warning)
        {
            if (holds)
            {
                found.Add(warning);
            }
        }

        When(now < experiment.EndsAt, ExperimentWarning.StillRunning);
        When(after.Length.TotalDays < ExperimentAnalysis.FewestDays, ExperimentWarning.TooShort);
        When(IsTooFew(flow, before) || IsTooFew(flow, after), ExperimentWarning.TooFewItems);
        When(WasTheWorst(experiment, flow, before), ExperimentWarning.RegressionToTheMean);
        When(HadOtherChanges(experiment, flow, others, compared), ExperimentWarning.SeveralChangesAtOnce);
        When(MeasureDefinition.DigestsDuring(flow.Workflows, compared).Count > 1, ExperimentWarning.DefinitionsDiffer);
        return found;
    }

    private static bool IsTooFew(FlowSample flow, Window window) =>
        flow.Finished.Count(item => window.Contains(item.FinishedAt)) < Percentiles.Enough;

    private static bool WasTheWorst(Experiment experiment, FlowSample flow, Window before)
    {
        double? Goodness(Window window) =>
            experiment.Sign * MetricSeries.Value(MetricSeries.Of(experiment.Metric, flow, window));

        // Half of what matters: less than that is no dip to come back from.
        var dip = Goodness(before) + (experiment.SmallestEffect / 2);
        return dip < Goodness(before.Before) && dip < Goodness(before.Before.Before);
    }

    private static bool HadOtherChanges(
        Experiment experiment,
        FlowSample flow,
        IReadOnlyList<Experiment> others,
        Window compared
    ) =>
        flow.Workflows.All.Skip(1)
            .Any(saved => compared.Contains(saved.SavedAt) && !IsOwn(experiment, saved.Definition.Version))
        || others.Any(other =>
            other.Id != experiment.Id && other.StartsAt < compared.To && !(other.DecidedAt <= compared.From)
        );

    private static bool IsOwn(Experiment experiment, int version) =>
        experiment.ChangedPolicy && version == experiment.PatchVersion;
}
