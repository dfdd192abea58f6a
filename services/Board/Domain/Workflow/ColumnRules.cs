using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Workflow;

internal static class ColumnRules
{
    internal static IEnumerable<Violation> Broken(DefinitionOfWorkflow workflow)
    {
        var columns = workflow.Columns;
        if (columns.Count is 0 or > WorkflowRules.MaximumColumns)
        {
            return [Because("columns", $"A board has 1 to {WorkflowRules.MaximumColumns} columns.", "columns")];
        }

        return Points(columns)
            .Concat(Names(columns))
            .Concat(columns.Index().SelectMany(column => Single(column.Item, $"columns[{column.Index}]")))
            .Concat(SplitColumns(columns));
    }

    /// <summary>
    /// Without a started and a finished point nothing can be measured, and nothing can be committed without a To do.
    /// </summary>
    private static IEnumerable<Violation> Points(IReadOnlyList<Column> columns)
    {
        if (columns[0].Kind != ColumnKind.Committed || columns[0].WipLimit is null)
        {
            yield return Because(
                "no-commitment-point",
                "The first column must be of kind Committed and have a WIP limit: its free room is the capacity.",
                columns[0].Kind == ColumnKind.Committed ? "columns[0].wipLimit" : "columns[0].kind"
            );
        }

        if (columns.All(column => column.Kind != ColumnKind.InProgress))
        {
            yield return Because("no-started-point", "At least one column must be of kind InProgress.", "columns");
        }

        if (columns.All(column => column.Kind != ColumnKind.Done))
        {
            yield return Because("no-finished-point", "At least one column must be of kind Done.", "columns");
        }

        if (columns.Zip(columns.Skip(1)).Any(pair => pair.First.Kind > pair.Second.Kind))
        {
            yield return Because("column-order", "Columns go from Committed over InProgress to Done.", "columns");
        }
    }

    /// <summary>A split column is doing and, right after it, done: one step, one limit.</summary>
    private static IEnumerable<Violation> SplitColumns(IReadOnlyList<Column> columns)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            var (done, doing) = (columns[index], index > 0 ? columns[index - 1] : null);
            if (done.DoneOf is null)
            {
                continue;
            }

            if (doing?.Id != done.DoneOf || !doing.IsActive || doing.DoneOf is not null)
            {
                yield return Because(
                    "split-column",
                    $"'{done.Name}' must follow the active column whose done half it is.",
                    $"columns[{index}].doneOf"
                );
            }

            if (done is not { Kind: ColumnKind.InProgress, IsQueue: true, WipLimit: null, IsGate: false })
            {
                yield return Because(
                    "split-column",
                    $"'{done.Name}' is the done half of a column: a queue without a limit or a gate of its own.",
                    $"columns[{index}].doneOf"
                );
            }
        }
    }

    private static IEnumerable<Violation> Names(IReadOnlyList<Column> columns)
    {
        var twice = columns
            .Index()
            .GroupBy(column => column.Item.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            yield return Because(
                "column-names",
                "Two columns have the same name.",
                $"columns[{twice.Last().Index}].name"
            );
        }

        if (columns.DistinctBy(column => column.Id).Count() < columns.Count)
        {
            yield return Because("column-ids", "Two columns have the same id.", "columns");
        }
    }

    private static IEnumerable<Violation> Single(Column column, string field)
    {
        if (string.IsNullOrWhiteSpace(column.Name) || column.Name.Length > Column.NameLength)
        {
            yield return Because(
                "column-name",
                $"A column's name has 1 to {Column.NameLength} characters.",
                $"{field}.name"
            );
        }

        if (column.WipLimit is < 1 or > WorkflowRules.MaximumLimit)
        {
            yield return Because(
                "limit-range",
                $"The WIP limit of '{column.Name}' must lie between 1 and {WorkflowRules.MaximumLimit}.",
                $"{field}.wipLimit"
            );
        }

        if (column is { Kind: ColumnKind.Done, WipLimit: not null })
        {
            yield return Because(
                "done-limit",
                $"'{column.Name}' is Done: finished work has no limit.",
                $"{field}.wipLimit"
            );
        }

        if (column is { Kind: ColumnKind.Committed, IsGate: true })
        {
            yield return Because(
                "gate-column",
                $"'{column.Name}' is Committed: a gate stands where work is begun.",
                $"{field}.isGate"
            );
        }
    }

    private static Violation Because(string code, string message, string field) =>
        WorkflowRules.Because(code, message, field);
}
