using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Domain.Experiments;

/// <summary>What the data say of an experiment; the team decides.</summary>
public enum Evidence
{
    /// <summary>Too little was finished, or the definitions differ: nothing can be said.</summary>
    None,

    /// <summary>The difference is no larger than chance would make it.</summary>
    NotShown,

    /// <summary>It went the wished way, by less than the smallest effect that matters.</summary>
    SmallerThanMatters,

    /// <summary>It went the wished way, by at least the smallest effect that matters.</summary>
    Improved,

    /// <summary>It went the other way, by more than chance would make it.</summary>
    Worsened,
}

/// <summary>What stands against reading the difference as the experiment's effect.</summary>
public enum ExperimentWarning
{
    StillRunning,
    TooShort,
    TooFewItems,

    /// <summary>
    /// The window before was clearly the worst of the last three: some improvement would come without any change.
    /// </summary>
    RegressionToTheMean,

    /// <summary>The policy was changed otherwise, or another experiment ran, within the windows compared.</summary>
    SeveralChangesAtOnce,

    /// <summary>Columns are begun, finished or queues otherwise than before: the figures mean different things.</summary>
    DefinitionsDiffer,
}

/// <summary>The effect with its interval, the chance of so large a one without any effect, and what speaks against it.</summary>
internal sealed record ExperimentAnalysis(
    Window Before,
    Window After,
    Effect? Effect,
    double? PValue,
    double? Power,
    Evidence Evidence,
    IReadOnlyList<ExperimentWarning> Warnings,
    ulong Seed
)
{
    /// <summary>The share of false alarms that is accepted.</summary>
    internal const double Alpha = 0.05;

    internal const int FewestDays = 14;

    /// <summary>The windows compared: from the start on, at most to the end, in whole days; and as long before it.</summary>
    internal static (Window Before, Window After) Windows(Experiment experiment, DateTimeOffset now)
    {
        var end = now < experiment.EndsAt ? now : experiment.EndsAt;
        var days = Math.Max(0, (int)(end - experiment.StartsAt).TotalDays);
        var after = new Window(experiment.StartsAt, experiment.StartsAt.AddDays(days));
        return (after.Before, after);
    }

    /// <summary>All that is looked at: the windows compared and, for the regression to the mean, two more before.</summary>
    internal static Window Sample(Experiment experiment, DateTimeOffset now)
    {
        var (before, after) = Windows(experiment, now);
        return new(before.Before.Before.From, after.To);
    }

    internal static ExperimentAnalysis Of(
        Experiment experiment,
        FlowSample flow,
        IReadOnlyList<Experiment> others,
        DateTimeOffset now
    )
    {
        var (before, after) = Windows(experiment, now);
        var seed = BitConverter.ToUInt64(experiment.Id.ToByteArray(), 8);
        var (one, other) = (
            MetricSeries.Of(experiment.Metric, flow, before),
            MetricSeries.Of(experiment.Metric, flow, after)
        );
        var warnings = ExperimentWarnings.Of(experiment, flow, others, now);
        var effect = BlockBootstrap.OfRatio(one, other, seed);
        var better = PermutationTest.PValue(one, other, experiment.Sign, seed);
        var worse = PermutationTest.PValue(one, other, -experiment.Sign, seed);
        var power = effect is null ? null : ExperimentPower.Of(one, experiment.Sign * experiment.SmallestEffect, seed);
        return new(
            before,
            after,
            effect,
            better,
            power,
            Judged(experiment, effect, better, worse, warnings),
            warnings,
            seed
        );
    }

    private static Evidence Judged(
        Experiment experiment,
        Effect? effect,
        double? better,
        double? worse,
        IReadOnlyList<ExperimentWarning> warnings
    )
    {
        if (effect is null || warnings.Contains(ExperimentWarning.TooFewItems) || IsIncomparable(warnings))
        {
            return Evidence.None;
        }

        return worse <= Alpha ? Evidence.Worsened
            : !(better <= Alpha) ? Evidence.NotShown
            : experiment.Sign * effect.Difference >= experiment.SmallestEffect ? Evidence.Improved
            : Evidence.SmallerThanMatters;
    }

    private static bool IsIncomparable(IReadOnlyList<ExperimentWarning> warnings) =>
        warnings.Contains(ExperimentWarning.DefinitionsDiffer) || warnings.Contains(ExperimentWarning.TooShort);
}
