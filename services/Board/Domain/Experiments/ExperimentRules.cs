using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Experiments;

/// <summary>Who starts, keeps and discards has decided; these rules say when that is possible and what it does.</summary>
internal static class ExperimentRules
{
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>At most as many experiments run at once on a board as its definition of workflow says.</summary>
    internal static Error? Admission(DefinitionOfWorkflow workflow, IReadOnlyList<Experiment> running) =>
        running.Count >= workflow.ExperimentLimit
            ? ExperimentErrors.LimitReached(workflow.ExperimentLimit, running)
            : null;

    /// <summary>Keeping it: the policy stays as it is.</summary>
    internal static Result<Experiment> Keep(Experiment experiment, string reason, Guid by, DateTimeOffset now)
    {
        if (experiment.Status != ExperimentStatus.Running)
        {
            return ExperimentErrors.Decided;
        }

        return now < experiment.EndsAt
            ? ExperimentErrors.NotOver(experiment.EndsAt)
            : Decided(experiment, ExperimentStatus.Kept, reason, by, now);
    }

    /// <summary>
    /// Discarding it, with the policy to restore: the one from before, under the next version number; null where the
    /// experiment changed none. What others changed since is undone only where that was asked for.
    /// </summary>
    internal static Result<(Experiment Experiment, DefinitionOfWorkflow? Restored)> Discard(
        Experiment experiment,
        DefinitionOfWorkflow present,
        DefinitionOfWorkflow before,
        bool undoLaterChanges,
        (string Reason, Guid By, DateTimeOffset Now) decision
    )
    {
        if (experiment.Status != ExperimentStatus.Running)
        {
            return ExperimentErrors.Decided;
        }

        var discarded = Decided(experiment, ExperimentStatus.Discarded, decision.Reason, decision.By, decision.Now);
        if (!experiment.ChangedPolicy || WorkflowDigest.Of(present) == experiment.BaseDigest)
        {
            return (discarded, null);
        }

        return WorkflowDigest.Of(present) != experiment.PatchDigest && !undoLaterChanges
            ? ExperimentErrors.PolicyMovedOn(experiment.PatchVersion, present.Version)
            : (discarded, before with { Version = present.Version + 1 });
    }

    private static Experiment Decided(
        Experiment experiment,
        ExperimentStatus status,
        string reason,
        Guid by,
        DateTimeOffset now
    ) => experiment with { Status = status, Reason = reason, DecidedBy = by, DecidedAt = now };
}
