using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>An experiment of four weeks from Now with defaults, and what was finished around it.</summary>
internal static class Trials
{
    internal static readonly DefinitionOfWorkflow Tried = Policy with
    {
        Version = 2,
        Columns = [Policy.Columns[0], Policy.Columns[1] with { WipLimit = 1 }, .. Policy.Columns.Skip(2)],
    };

    internal static Experiment AnExperiment() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            BoardId = Guid.CreateVersion7(),
            Hypothesis = "Less at once is faster",
            Metric = FlowMetric.CycleTime,
            Direction = EffectDirection.Decrease,
            SmallestEffect = 1,
            StartsAt = Now,
            EndsAt = Now.AddDays(28),
            BaseVersion = 1,
            PatchVersion = 2,
            BaseDigest = WorkflowDigest.Of(Policy),
            PatchDigest = WorkflowDigest.Of(Tried),
            StartedBy = Kim,
        };

    /// <summary>The same, with an id from which this seed is taken.</summary>
    internal static Experiment Seeded(this Experiment experiment, ulong seed) =>
        experiment with
        {
            Id = new Guid([.. new byte[8], .. BitConverter.GetBytes(seed)]),
        };

    /// <summary>An item finished in the middle of each of these days from Now, that took as many days as is said of that day.</summary>
    internal static IEnumerable<FlowItem> Daily(int from, int to, Func<int, double> length) =>
        Enumerable.Range(from, to - from).Select(day => Finished(day + 0.5, length(day)));

    internal static FlowItem Finished(double at, double length) => Item(at - length, at, committed: at - length);

    /// <summary>What is known of the flow: the policy that was tried is in force from Now on.</summary>
    internal static FlowSample Known(IEnumerable<FlowItem> items) =>
        Sample(Days(-200, 100), items, new(Now.AddDays(-400), Policy), new(Now, Tried));

    /// <summary>Days with 0 to 3 items, each of 1 to 9 days with a long tail.</summary>
    internal static DayCell[] Noise(SplitMix random, int days = 28) =>
        [
            .. Enumerable
                .Range(0, days)
                .Select(_ =>
                {
                    var items = random.Next(4);
                    var sum = Enumerable.Range(0, items).Sum(_ => 1 + (random.Next(3) * (double)random.Next(5)));
                    return new DayCell(sum, items);
                }),
        ];
}
