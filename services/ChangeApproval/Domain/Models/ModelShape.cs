using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Models;

/// <summary>Whether a model is a finite state machine at all; whether it keeps the controls is the verifier's question.</summary>
internal static class ModelShape
{
    internal const int MostCategories = 20;
    internal const int MostStates = 30;
    internal const int MostTransitions = 200;
    internal const int MostApprovals = 10;

    internal static Error? Check(IReadOnlyList<Process> processes)
    {
        var faults = Repeated(processes.Select(p => p.Category), "category").Concat(processes.SelectMany(Faults));
        var all = processes.Count is 0 or > MostCategories
            ? faults.Prepend(Fault("model", $"must have 1 to {MostCategories} categories"))
            : faults;
        List<Violation> found = [.. all];
        return found.Count > 0 ? ModelErrors.Malformed(found) : null;
    }

    private static IEnumerable<Violation> Faults(Process process)
    {
        var states = process.States.Select(state => state.Name).ToHashSet();
        var name = process.Category;
        if (process.States.Count is 0 or > MostStates || process.Transitions.Count > MostTransitions)
        {
            yield return Fault(name, $"must have 1 to {MostStates} states and at most {MostTransitions} transitions");
        }

        if (string.IsNullOrWhiteSpace(name) || states.Any(string.IsNullOrWhiteSpace))
        {
            yield return Fault(name, "the category and each state need a name");
        }

        foreach (var repeated in Repeated(process.States.Select(s => s.Name), "state"))
        {
            yield return repeated;
        }

        foreach (var unknown in Mentioned(process).Distinct().Where(state => !states.Contains(state)))
        {
            yield return Fault(name, $"there is no state '{unknown}'");
        }

        foreach (var step in process.Transitions.Where(t => t.Approvals is < 0 or > MostApprovals))
        {
            yield return Fault(name, $"{step.Act} from '{step.From}' must ask for 0 to {MostApprovals} approvals");
        }
    }

    private static IEnumerable<string> Mentioned(Process process) =>
        process.Transitions.SelectMany(step => new[] { step.From, step.To }).Prepend(process.Initial);

    private static IEnumerable<Violation> Repeated(IEnumerable<string> names, string what) =>
        names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => Fault(group.Key, $"the {what} occurs more than once"));

    private static Violation Fault(string scope, string message) =>
        new(ModelErrors.MalformedCode, message) { Scope = scope };
}
