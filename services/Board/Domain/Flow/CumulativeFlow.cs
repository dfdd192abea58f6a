using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>A card's entry into a column, by the column's place on the board.</summary>
internal readonly record struct ColumnEntry(int Column, DateTimeOffset At);

/// <summary>
/// Cumulative flow: D_k(t) counts the cards that have ever entered column k or a later one by t. First entries count,
/// so that no line ever falls or crosses another; moves backwards are a line of their own.
/// </summary>
internal static class CumulativeFlow
{
    internal static IReadOnlyList<IReadOnlyList<int>> Lines(FlowSample flow, IReadOnlyList<DateTimeOffset> instants)
    {
        List<long[][]> parts = [.. flow.Parts.Select(part => Of(flow, part).Reached)];
        return Lines(parts, instants, ReachedBefore(flow));
    }

    /// <summary>
    /// The lines at ascending instants, from when cards reached each column. Before is how many cards had reached each
    /// column that are not among these. Costs one pass over what was reached.
    /// </summary>
    internal static IReadOnlyList<IReadOnlyList<int>> Lines(
        IReadOnlyList<long[][]> parts,
        IReadOnlyList<DateTimeOffset> instants,
        IReadOnlyList<long> before
    )
    {
        long[] ends = [.. instants.Select(instant => instant.UtcTicks)];
        return [.. before.Select((reached, column) => Line(parts, column, ends, (int)reached))];
    }

    /// <summary>When each column or a later one was first entered, ascending, in ticks, from each card's entries in order.</summary>
    internal static long[][] Reached(IEnumerable<IEnumerable<ColumnEntry>> paths, int columns)
    {
        List<long>[] reached = [.. Enumerable.Range(0, columns).Select(_ => new List<long>())];
        foreach (var path in paths)
        {
            var furthest = -1;
            foreach (var entry in path)
            {
                while (furthest < entry.Column)
                {
                    furthest++;
                    reached[furthest].Add(entry.At.UtcTicks);
                }
            }
        }

        return [.. reached.Select(Runs.Sorted)];
    }

    /// <summary>How many moves backwards there were at which times: entries into a column before the one left.</summary>
    internal static IEnumerable<DateTimeOffset> Backflow(FlowSample flow) =>
        flow.Parts.SelectMany(part => Of(flow, part).Backflow).Where(at => flow.Window.Contains(at));

    /// <summary>Whether an item was moved backwards within the window.</summary>
    internal static bool WentBack(FlowSample flow, FlowItem item) =>
        BackflowOf(flow.Workflow, item).Any(at => flow.Window.Contains(at));

    private static IEnumerable<DateTimeOffset> BackflowOf(DefinitionOfWorkflow workflow, FlowItem item)
    {
        for (var index = 1; index < item.Stays.Count; index++)
        {
            var (from, to) = (item.Stays[index - 1], item.Stays[index]);
            if (workflow.IndexOf(to.ColumnId) < workflow.IndexOf(from.ColumnId))
            {
                yield return to.At;
            }
        }
    }

    private static PartFlow Of(FlowSample flow, FlowPart part)
    {
        var workflow = flow.Workflow;
        return part.Made(
            workflow,
            of => new PartFlow(
                Reached(of.Items.Select(item => Path(workflow, item)), workflow.Columns.Count),
                [.. of.Items.SelectMany(item => BackflowOf(workflow, item))]
            )
        );
    }

    private sealed record PartFlow(long[][] Reached, DateTimeOffset[] Backflow);

    /// <summary>A finished item has reached every column, also where its Done is gone from the definition.</summary>
    private static IEnumerable<ColumnEntry> Path(DefinitionOfWorkflow workflow, FlowItem item)
    {
        foreach (var stay in item.Stays)
        {
            yield return new(workflow.IndexOf(stay.ColumnId), stay.At);
        }

        if (item.FinishedAt is { } finished)
        {
            yield return new(workflow.Columns.Count - 1, finished);
        }
    }

    private static long[] ReachedBefore(FlowSample flow)
    {
        var reached = new long[flow.Workflow.Columns.Count];
        foreach (var ended in flow.Before)
        {
            var furthest = ended.IsFinished ? reached.Length - 1 : flow.Workflow.IndexOf(ended.Furthest);
            for (var column = 0; column <= furthest; column++)
            {
                reached[column] += ended.Items;
            }
        }

        return reached;
    }

    private static int[] Line(IReadOnlyList<long[][]> parts, int column, long[] ends, int before)
    {
        var values = new int[ends.Length];
        Array.Fill(values, before);
        foreach (var part in parts)
        {
            var reached = 0;
            for (var at = 0; at < ends.Length; at++)
            {
                for (; reached < part[column].Length && part[column][reached] <= ends[at]; reached++) { }

                values[at] += reached;
            }
        }

        return values;
    }
}
