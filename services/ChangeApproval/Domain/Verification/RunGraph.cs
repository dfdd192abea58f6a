using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Domain.Verification;

/// <summary>A run that can be reached, and the step that first reached it.</summary>
internal sealed class Node(Run run, Node? before, AbstractStep? step)
{
    public Run Run { get; } = run;
    public Node? Before { get; } = before;
    public AbstractStep? Step { get; } = step;
    public List<Node> ReachedFrom { get; } = [];
}

/// <summary>The runs of a process that were found so far, in the order of their distance from the start.</summary>
internal sealed class RunGraph
{
    private readonly Process _process;
    private readonly AbstractSteps _steps;
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Queue<Node> _ahead = new();

    internal RunGraph(Process process, AbstractSteps steps)
    {
        (_process, _steps) = (process, steps);
        foreach (var start in AbstractRun.Starts(process))
        {
            Reach(start, null, null);
        }
    }

    internal int Count => _nodes.Count;

    internal Node? Next() => _ahead.TryDequeue(out var node) ? node : null;

    /// <summary>What the real engine lets happen here, with no control in its way.</summary>
    internal IEnumerable<(AbstractStep Step, Act Act, Run After)> StepsFrom(Node here)
    {
        foreach (var step in _steps.From(_process, here.Run))
        {
            var act = AbstractRun.Concrete(step, here.Run);
            var moved = ProcessEngine.Apply(_process, here.Run, act);
            if (!moved.IsRefused)
            {
                yield return (step, act, moved.Value);
            }
        }
    }

    internal void Visit(Node here, AbstractStep step, Run after) =>
        Reach(AbstractRun.Nameless(after, _steps.MostApprovals), here, step).ReachedFrom.Add(here);

    /// <summary>The nearest run from which no end in good order can be reached; null when there is none.</summary>
    internal Node? FirstStuck()
    {
        var alive = new HashSet<Node>();
        var ahead = new Queue<Node>(_nodes.Values.Where(node => _process.StageOf(node.Run.State) == Stage.Closed));
        while (ahead.TryDequeue(out var node))
        {
            if (alive.Add(node))
            {
                node.ReachedFrom.ForEach(ahead.Enqueue);
            }
        }

        return _nodes.Values.FirstOrDefault(node =>
            !alive.Contains(node) && _process.StageOf(node.Run.State) is not (Stage.Rejected or Stage.Withdrawn)
        );
    }

    internal Finding Counterexample(string broken, Node last, AbstractStep? step)
    {
        var steps = step is null ? [] : new List<AbstractStep> { step };
        var node = last;
        for (; node.Before is not null; node = node.Before)
        {
            steps.Insert(0, node.Step!);
        }

        return new Finding(_process.Category, Count, broken, steps)
        {
            StartsAsRequester = node.Run.Holds(AbstractRun.Watched, Duty.Requester),
            StartsAsAuthor = node.Run.Holds(AbstractRun.Watched, Duty.Author),
        };
    }

    private Node Reach(Run run, Node? before, AbstractStep? step)
    {
        var key = AbstractRun.Key(run);
        if (!_nodes.TryGetValue(key, out var node))
        {
            node = new Node(run, before, step);
            _nodes.Add(key, node);
            _ahead.Enqueue(node);
        }

        return node;
    }
}
