using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Experiments;

internal static class ExperimentErrors
{
    internal const string LimitCode = "experiment-limit-reached";

    internal static readonly Error Unknown = new(
        "experiment-unknown",
        "There is no such experiment.",
        ErrorKind.NotFound
    );

    internal static readonly Error Decided = new(
        "experiment-decided",
        "This experiment is decided already; a decision is not changed."
    );

    internal static readonly Error NoPolicyChange = new(
        "experiment-changes-nothing",
        "The definition of workflow given is the one in force: leave it out, or change something."
    );

    internal static Error LimitReached(int limit, IReadOnlyList<Experiment> running) =>
        new("wip-limit-exceeded", $"{running.Count} experiments are running on this board, the limit is {limit}.")
        {
            Violations =
            [
                new(LimitCode, $"At most {limit} experiments run at once: keep or discard one first.")
                {
                    Scope = "experiments",
                    Limit = limit,
                    Occupancy = running.Count,
                    Occupants = [.. running.Select(experiment => experiment.Hypothesis)],
                },
            ],
        };

    internal static Error NotOver(DateTimeOffset end) =>
        new(
            "experiment-not-over",
            $"It is kept on evidence, and runs until {end:O}. Discarding is possible at any time."
        );

    internal static Error PolicyMovedOn(int patch, int present) =>
        new(
            "experiment-policy-moved-on",
            $"The policy was changed since: version {present} is in force, the experiment made {patch}. "
                + "Discard later experiments first, or say undoLaterChanges to restore the policy from before all of it."
        );
}
