using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>What makes a definition of workflow impossible. Every broken rule is told, not only the first.</summary>
internal static class WorkflowRules
{
    internal const int MaximumColumns = 30;
    internal const int MaximumLimit = 100_000;
    internal const int MaximumExperiments = 20;

    internal static Result<DefinitionOfWorkflow> Check(DefinitionOfWorkflow workflow)
    {
        var broken = ColumnRules
            .Broken(workflow)
            .Concat(AllocationRules.Broken(workflow))
            .Concat(GroupsAndLanes(workflow))
            .Concat(Expectations(workflow))
            .ToList();

        return broken.Count == 0 ? workflow : WorkflowErrors.Impossible(broken);
    }

    private static IEnumerable<Violation> GroupsAndLanes(DefinitionOfWorkflow workflow)
    {
        foreach (var group in workflow.Groups)
        {
            var columns = group.ColumnIds.Select(id => workflow.Find(id)).ToList();
            if (columns.Count == 0 || columns.Any(column => column is null || column.Kind == ColumnKind.Done))
            {
                yield return Because("group-columns", $"Group '{group.Name}' must name open columns of this board.");
            }

            if (group.WipLimit is < 1 or > MaximumLimit)
            {
                yield return Because("limit-range", $"The limit of group '{group.Name}' must be at least 1.");
            }
        }

        if (workflow.PersonalLimit is < 1 or > DefinitionOfWorkflow.AvatarsPerPerson)
        {
            yield return Because(
                "personal-limit-range",
                $"The personal limit must lie between 1 and {DefinitionOfWorkflow.AvatarsPerPerson}: "
                    + $"a person has {DefinitionOfWorkflow.AvatarsPerPerson} avatars over all boards."
            );
        }

        if (workflow.ExperimentLimit is < 1 or > MaximumExperiments)
        {
            yield return Because(
                "limit-range",
                $"The limit of experiments must lie between 1 and {MaximumExperiments}."
            );
        }

        if (workflow.ExpediteLimit is < 0 or > MaximumLimit || workflow.ClassLimits.Any(lane => lane.WipLimit < 1))
        {
            yield return Because("limit-range", "A class limit must be at least 1, the expedite limit at least 0.");
        }

        var classes = workflow.ClassLimits.Select(lane => lane.ClassOfService).ToList();
        if (classes.Distinct().Count() < classes.Count || classes.Contains(ClassOfService.Expedite))
        {
            yield return Because("class-limits", "One limit a class; expedite has its own field.");
        }
    }

    private static IEnumerable<Violation> Expectations(DefinitionOfWorkflow workflow) =>
        workflow
            .Expectations.Where(expected => expected.Days <= 0 || expected.Probability is <= 0 or >= 1)
            .Select(_ =>
                Because("expectation-range", "An expectation needs more than 0 days and a probability between 0 and 1.")
            );

    internal static Violation Because(string code, string message) => new(code, message);
}
