using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Domain.Verification;

/// <summary>What was found about a process: it keeps every control, or the shortest run that does not.</summary>
internal sealed record Finding(string Category, int RunsExplored, string? Broken, IReadOnlyList<AbstractStep> Steps)
{
    internal bool IsCertified => Broken is null;

    /// <summary>For a counterexample: whether the watched person requested the change, and was named as its author.</summary>
    public bool StartsAsRequester { get; init; }

    public bool StartsAsAuthor { get; init; }
}

/// <summary>
/// Explores every run of a process, breadth first, with the controls watching and not stopping. The first breach is a
/// shortest one. Without a breach it asks whether every change can still be brought to an end.
/// </summary>
internal static class Verifier
{
    internal const int Version = 1;
    internal const int MostRuns = 200_000;
    internal const string TooLarge = "verifier-limit";
    internal const string Stuck = "liveness";

    internal static Finding Verify(Process process, IReadOnlyList<Control> controls)
    {
        var inScope = controls.Where(control => control.Applies(process.Category)).ToList();
        var graph = new RunGraph(process, new AbstractSteps(process, inScope));
        while (graph.Next() is { } here)
        {
            foreach (var (step, act, after) in graph.StepsFrom(here))
            {
                var breaches = ControlGate.Breaches(inScope, process, here.Run, act, after);
                if (breaches.Count > 0)
                {
                    return graph.Counterexample(breaches[0].Control.Name, here, step);
                }

                graph.Visit(here, step, after);
            }

            if (graph.Count > MostRuns)
            {
                return graph.Counterexample(TooLarge, here, null);
            }
        }

        return graph.FirstStuck() is { } stuck
            ? graph.Counterexample(Stuck, stuck, null)
            : new Finding(process.Category, graph.Count, null, []);
    }
}
