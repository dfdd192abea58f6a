using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Domain.Simulation;

/// <summary>Figures of one course of events: what was finished in the window's days, how fast, with how much in hand.</summary>
internal sealed record SimulatedFigures(int Finished, double PerDay, double AverageWip, Distribution CycleTime)
{
    /// <summary>Of what really happened to these items.</summary>
    internal static SimulatedFigures Observed(IReadOnlyList<FlowItem> finished)
    {
        var begun = finished.Where(item => item.StartedAt is not null).ToList();
        return begun.Count == 0
            ? new(0, 0, 0, Distribution.Of([]))
            : Of(
                begun.Min(item => item.CommittedAt),
                [.. begun.Select(item => (item.StartedAt!.Value, item.FinishedAt!.Value))]
            );
    }

    internal static SimulatedFigures Of(IReadOnlyList<SimulatedItem> items)
    {
        // Any origin will do: only lengths are told.
        var origin = DateTimeOffset.UnixEpoch;
        return items.Count == 0
            ? new(0, 0, 0, Distribution.Of([]))
            : Of(
                origin.AddDays(items.Min(item => item.CommittedDay)),
                [.. items.Select(item => (origin.AddDays(item.StartedDay), origin.AddDays(item.FinishedDay)))]
            );
    }

    private static SimulatedFigures Of(
        DateTimeOffset from,
        IReadOnlyList<(DateTimeOffset Started, DateTimeOffset Finished)> items
    )
    {
        var days = Math.Max(1e-9, (items.Max(item => item.Finished) - from).TotalDays);
        return new(
            items.Count,
            items.Count / days,
            items.Sum(item => (item.Finished - item.Started).TotalDays) / days,
            Distribution.Of(items.Select(item => item.Finished - item.Started))
        );
    }
}

/// <summary>
/// A what-if: the real course, the replay under the present limits, and the replay under other ones. The second against
/// the first tells how far the replay is to be trusted; only the third against the second is the effect of the limits.
/// </summary>
internal sealed record SimulationResult(
    int People,
    SimulatedFigures Observed,
    SimulatedFigures Replayed,
    SimulatedFigures Simulated
)
{
    /// <summary>At most this many items are replayed, the latest ones, so that a long window costs no more than this.</summary>
    internal const int MostItems = 2_000;

    /// <summary>What no replay can know.</summary>
    internal static readonly IReadOnlyList<string> Unknown =
    [
        "People are taken to be interchangeable, and to work as fast as they did; who can do what is not in the history.",
        "Attention is shared without loss: what switching between items costs is not in the history.",
        "The same items are committed at the same times; other limits would have led to other agreements.",
        "Blockers last as long as they did, whatever the limits; fewer items at once may well block less.",
        "Work sent back is added to its column and done in one go.",
        "Only items finished in the window are replayed; those still open are left out.",
    ];

    /// <summary>
    /// The present limits, with as many people as were active at once, against others with so many people.
    /// </summary>
    internal static SimulationResult Of(
        FlowSample flow,
        IReadOnlyDictionary<Guid, int> otherLimits,
        int? people,
        int perPerson
    )
    {
        var latest = flow.Finished.Skip(flow.Finished.Count - MostItems).ToList();
        var kept = latest.Select(item => item.Id).ToHashSet();
        var (items, active) = WorkContent.Of(flow);
        var work = items.Where(item => kept.Contains(item.Id)).ToList();
        var present = new SimulatedLimits(LimitsOf(flow.Workflow), active, flow.Workflow.PersonalLimit);
        var other = new SimulatedLimits(otherLimits, people ?? active, perPerson);
        return new(
            other.People,
            SimulatedFigures.Observed(latest),
            SimulatedFigures.Of(WipSimulation.Run(present, work)),
            SimulatedFigures.Of(WipSimulation.Run(other, work))
        );
    }

    /// <summary>The column limits of a definition of workflow, in progress alone: the agreements fill To do.</summary>
    internal static Dictionary<Guid, int> LimitsOf(Workflow.DefinitionOfWorkflow workflow) =>
        workflow
            .Columns.Where(column => column is { Kind: Workflow.ColumnKind.InProgress, WipLimit: not null })
            .ToDictionary(column => column.Id, column => column.WipLimit!.Value);
}
