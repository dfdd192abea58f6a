using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>
/// What makes a definition of workflow impossible. Every broken rule is told, not only the first, and each names the field
/// of the definition that it is about.
/// </summary>
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
        if (workflow.Groups.DistinctBy(group => group.Name).Count() < workflow.Groups.Count)
        {
            yield return Because("group-names", "Two groups of columns have the same name.", "groups");
        }

        foreach (var (index, group) in workflow.Groups.Index())
        {
            var columns = group.ColumnIds.Select(id => workflow.Find(id)).ToList();
            if (columns.Count == 0 || columns.Any(column => column is null || column.Kind == ColumnKind.Done))
            {
                yield return Because(
                    "group-columns",
                    $"Group '{group.Name}' must name open columns of this board.",
                    $"groups[{index}].columns"
                );
            }

            if (group.WipLimit is < 1 or > MaximumLimit)
            {
                yield return Because(
                    "limit-range",
                    $"The limit of group '{group.Name}' must lie between 1 and {MaximumLimit}.",
                    $"groups[{index}].wipLimit"
                );
            }
        }

        if (workflow.PersonalLimit is < 1 or > DefinitionOfWorkflow.AvatarsPerPerson)
        {
            yield return Because(
                "personal-limit-range",
                $"The personal limit must lie between 1 and {DefinitionOfWorkflow.AvatarsPerPerson}: "
                    + $"a person has {DefinitionOfWorkflow.AvatarsPerPerson} avatars over all boards.",
                "personalLimit"
            );
        }

        if (workflow.ExperimentLimit is < 1 or > MaximumExperiments)
        {
            yield return Because(
                "limit-range",
                $"The limit of experiments must lie between 1 and {MaximumExperiments}.",
                "experimentLimit"
            );
        }

        foreach (var violation in Lanes(workflow))
        {
            yield return violation;
        }
    }

    private static IEnumerable<Violation> Lanes(DefinitionOfWorkflow workflow)
    {
        if (workflow.ExpediteLimit is < 0 or > MaximumLimit)
        {
            yield return Because(
                "limit-range",
                $"The expedite limit must lie between 0 and {MaximumLimit}.",
                "expediteLimit"
            );
        }

        foreach (
            var (index, lane) in workflow.ClassLimits.Index().Where(lane => lane.Item.WipLimit is < 1 or > MaximumLimit)
        )
        {
            yield return Because(
                "limit-range",
                $"The limit of class {lane.ClassOfService} must lie between 1 and {MaximumLimit}.",
                $"classLimits[{index}].wipLimit"
            );
        }

        var classes = workflow.ClassLimits.Select(lane => lane.ClassOfService).ToList();
        if (classes.Distinct().Count() < classes.Count || classes.Contains(ClassOfService.Expedite))
        {
            yield return Because("class-limits", "One limit a class; expedite has its own field.", "classLimits");
        }
    }

    private static IEnumerable<Violation> Expectations(DefinitionOfWorkflow workflow) =>
        workflow
            .Expectations.Index()
            .GroupBy(expected => (expected.Item.Category, expected.Item.ClassOfService))
            .Where(same => same.Count() > 1)
            .Select(same =>
                Because(
                    "expectation-twice",
                    $"Two expectations for {same.Key.Category?.ToString() ?? "any category"} and "
                        + $"{same.Key.ClassOfService?.ToString() ?? "any class"}.",
                    $"expectations[{same.Last().Index}].days"
                )
            )
            .Concat(OutOfRange(workflow));

    private static IEnumerable<Violation> OutOfRange(DefinitionOfWorkflow workflow) =>
        workflow
            .Expectations.Index()
            .Where(expected => expected.Item.Days <= 0 || expected.Item.Probability is <= 0 or >= 1)
            .Select(expected =>
                Because(
                    "expectation-range",
                    "An expectation needs more than 0 days and a probability between 0 and 1.",
                    $"expectations[{expected.Index}].{(expected.Item.Days <= 0 ? "days" : "probability")}"
                )
            );

    /// <param name="field">What of the definition it is about, as the request writes it: columns[2].wipLimit.</param>
    internal static Violation Because(string code, string message, string field) =>
        new(code, message) { Scope = field };
}
