using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>
/// The limits said a second time, as simply as can be: count the cards of the list, one rule after the other. It shares
/// no
/// code with the admission policy.
/// </summary>
internal static class Reference
{
    /// <summary>Every limit of a board: a name, how full it is, and how full it may be.</summary>
    internal static Dictionary<string, (int Used, int Max)> Fullness(
        DefinitionOfWorkflow workflow,
        List<CardState> cards
    )
    {
        var fullness = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        var normal = cards.Where(card => card.ClassOfService != ClassOfService.Expedite).ToList();
        bool IsOpen(CardState card) => card.ColumnId is not null && card.FinishedAt is null;
        bool IsIn(CardState card, ColumnKind kind) =>
            workflow.Columns.Any(column => column.Kind == kind && column.Id == card.ColumnId);
        foreach (var column in workflow.Columns)
        {
            if (column.WipLimit is { } max)
            {
                fullness[$"column {column.Name}"] = (
                    normal.Count(card =>
                        card.ColumnId is { } id && (id == column.Id || workflow.Find(id)!.DoneOf == column.Id)
                    ),
                    max
                );
            }
        }

        foreach (var group in workflow.Groups)
        {
            fullness[$"group {group.Name}"] = (
                normal.Count(card => card.ColumnId is { } id && group.ColumnIds.Contains(id)),
                group.WipLimit
            );
        }

        foreach (var lane in workflow.ClassLimits)
        {
            fullness[$"class {lane.ClassOfService}"] = (
                cards.Count(card => IsOpen(card) && card.ClassOfService == lane.ClassOfService),
                lane.WipLimit
            );
        }

        fullness["expedite"] = (
            cards.Count(card => IsOpen(card) && card.ClassOfService == ClassOfService.Expedite),
            workflow.ExpediteLimit
        );
        foreach (var a in workflow.Allocations.Where(a => a.Ceiling is not null))
        {
            var used = normal.Count(card => card.Category == a.Category && IsIn(card, a.Within));
            fullness[$"ceiling {a.Category} {a.Within}"] = (used, a.Ceiling!.Value);
        }

        foreach (var scope in workflow.Allocations.Where(a => a.Floor > 0).GroupBy(a => a.Within))
        {
            var inScope = normal.Where(card => IsIn(card, scope.Key)).ToList();
            var missing = scope.Sum(a => Math.Max(0, a.Floor - inScope.Count(card => card.Category == a.Category)));
            var capacity = workflow
                .Columns.Where(column => column.Kind == scope.Key && column.DoneOf is null)
                .Sum(column => column.WipLimit!.Value);
            fullness[$"floors {scope.Key}"] = (inScope.Count + missing, capacity);
            fullness[$"missing of floors {scope.Key}"] = (missing, int.MaxValue);
        }

        return fullness;
    }

    /// <summary>A step keeps the limits when none that is exceeded after it has grown by it.</summary>
    internal static IEnumerable<string> Broken(
        Dictionary<string, (int Used, int Max)> before,
        Dictionary<string, (int Used, int Max)> after
    ) =>
        after
            // Room is kept only while somebody lacks it; without that the columns' own limits speak.
            .Where(limit => !after.TryGetValue($"missing of {limit.Key}", out var missing) || missing.Used > 0)
            .Where(limit => limit.Value.Used > limit.Value.Max && limit.Value.Used > Before(before, limit.Key))
            .Select(limit => $"{limit.Key}: {limit.Value.Used} of {limit.Value.Max}");

    private static int Before(Dictionary<string, (int Used, int Max)> before, string limit) =>
        before.TryGetValue(limit, out var was) ? was.Used : 0;
}
