using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>A definition of workflow with the instant from which it was in force.</summary>
internal sealed record SavedWorkflow(DateTimeOffset SavedAt, DefinitionOfWorkflow Definition);

/// <summary>
/// All versions of a board's definition of workflow, in order: history is judged by the version that was in force. What
/// lies before the first version, such as an imported history, is judged by the first.
/// </summary>
internal sealed class WorkflowVersions(IReadOnlyList<SavedWorkflow> ascending)
{
    internal DefinitionOfWorkflow Current => ascending[^1].Definition;

    internal IReadOnlyList<SavedWorkflow> All => ascending;

    internal static WorkflowVersions Only(DefinitionOfWorkflow workflow) =>
        new([new(DateTimeOffset.MinValue, workflow)]);

    internal DefinitionOfWorkflow At(DateTimeOffset t)
    {
        var (low, high) = (0, ascending.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle].SavedAt <= t ? (middle + 1, high) : (low, middle);
        }

        return ascending[Math.Max(low - 1, 0)].Definition;
    }

    /// <summary>The definition of that version; the present one for a version that is unknown here.</summary>
    internal DefinitionOfWorkflow Of(int? version)
    {
        if (version is not { } asked)
        {
            return Current;
        }

        // Versions count up from one without gaps, so that the place is nearly always known.
        var guess = ascending[Math.Clamp(asked - 1, 0, ascending.Count - 1)].Definition;
        return guess.Version == asked
            ? guess
            : ascending.FirstOrDefault(saved => saved.Definition.Version == asked)?.Definition ?? Current;
    }

    /// <summary>The versions in force at some time of a window, each with its part of it.</summary>
    internal IEnumerable<(DefinitionOfWorkflow Definition, Window Part)> During(Window window)
    {
        for (var index = 0; index < ascending.Count; index++)
        {
            var from = index == 0 || ascending[index].SavedAt < window.From ? window.From : ascending[index].SavedAt;
            var next = index + 1 < ascending.Count ? ascending[index + 1].SavedAt : window.To;
            var part = new Window(from, next < window.To ? next : window.To);
            if (part.Length > TimeSpan.Zero)
            {
                yield return (ascending[index].Definition, part);
            }
        }
    }
}
