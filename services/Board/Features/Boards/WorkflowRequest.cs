using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// A definition of workflow as it is saved. Columns stand in order; a column without id is a new one.
/// </summary>
public sealed record WorkflowRequest(
    [property: Required, MinLength(1), MaxLength(WorkflowRules.MaximumColumns)] IReadOnlyList<ColumnRequest>? Columns,
    [property: MaxLength(30)] IReadOnlyList<GroupRequest>? Groups,
    [property: MaxLength(30)] IReadOnlyList<AllocationRequest>? Allocations,
    [property: MaxLength(10)] IReadOnlyList<ClassLimitRequest>? ClassLimits,
    [property: MaxLength(50)] IReadOnlyList<ExpectationRequest>? Expectations,
    int? PersonalLimit,
    int? ExpediteLimit,
    int? ExperimentLimit = null
)
{
    internal DefinitionOfWorkflow ToDefinition(int version, Func<Guid> newId)
    {
        List<Column> columns = [.. (Columns ?? []).Select(column => column.ToColumn(newId))];
        columns = [.. columns.Zip(Columns ?? [], (column, request) => request.Halved(column, columns))];
        return new()
        {
            Version = version,
            Columns = columns,
            Groups = [.. (Groups ?? []).Select(group => group.ToGroup(columns))],
            Allocations = [.. (Allocations ?? []).Select(allocation => allocation.ToAllocation())],
            ClassLimits = [.. (ClassLimits ?? []).Select(lane => lane.ToLimit())],
            Expectations = [.. (Expectations ?? []).Select(e => e.ToExpectation())],
            PersonalLimit = PersonalLimit ?? DefinitionOfWorkflow.AvatarsPerPerson,
            ExpediteLimit = ExpediteLimit ?? 1,
            ExperimentLimit = ExperimentLimit ?? DefinitionOfWorkflow.DefaultExperimentLimit,
        };
    }
}

/// <summary>A column. A gate asks regulated cards for an approved change.</summary>
/// <param name="DoneOf">The name of the column before it, where the two are doing and done of one split column.</param>
public sealed record ColumnRequest(
    Guid? Id,
    [property: Required, StringLength(60, MinimumLength = 1)] string? Name,
    [property: Required] ColumnKind? Kind,
    bool? IsQueue,
    int? WipLimit,
    bool? IsGate,
    [property: StringLength(1000)] string? EntryPolicy,
    [property: StringLength(60)] string? DoneOf = null
)
{
    /// <summary>An unknown name becomes an id that no column has, and the rules refuse the column.</summary>
    internal Column Halved(Column column, IReadOnlyList<Column> columns) =>
        DoneOf is null
            ? column
            : column with
            {
                DoneOf = columns.FirstOrDefault(other => GroupRequest.IsNamed(other, DoneOf))?.Id ?? Guid.Empty,
            };

    internal Column ToColumn(Func<Guid> newId) =>
        new(
            Id ?? newId(),
            Name?.Trim() ?? "",
            Kind ?? default,
            IsQueue ?? (Kind == ColumnKind.Committed || DoneOf is not null),
            WipLimit,
            IsGate ?? false,
            EntryPolicy
        );
}

/// <summary>One limit over several columns, which are named.</summary>
public sealed record GroupRequest(
    [property: Required, StringLength(60, MinimumLength = 1)] string? Name,
    [property: Required, MaxLength(30)] IReadOnlyList<string>? Columns,
    [property: Required] int? WipLimit
)
{
    /// <summary>An unknown name becomes an id that no column has, and the rules refuse the group.</summary>
    internal ColumnGroup ToGroup(IReadOnlyList<Column> columns) =>
        new(
            Name ?? "",
            [
                .. (Columns ?? []).Select(name =>
                    columns.FirstOrDefault(column => IsNamed(column, name))?.Id ?? Guid.Empty
                ),
            ],
            WipLimit ?? 0
        );

    internal static bool IsNamed(Column column, string name) =>
        string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The room of a category within the columns of a kind: InProgress when left out.</summary>
/// <param name="Share">Within Committed: the percent of the slots that sessions owe to the category over time.</param>
public sealed record AllocationRequest(
    ColumnKind? Within,
    [property: Required] WorkCategory? Category,
    int? Floor,
    int? Ceiling,
    int? Share = null
)
{
    internal CategoryAllocation ToAllocation() =>
        new(Within ?? ColumnKind.InProgress, Category ?? default, Floor ?? 0, Ceiling, Share);
}

/// <summary>At most so many cards of a class on the board.</summary>
public sealed record ClassLimitRequest(
    [property: Required] ClassOfService? ClassOfService,
    [property: Required] int? WipLimit
)
{
    internal ClassLimit ToLimit() => new(ClassOfService ?? default, WipLimit ?? 0);
}

/// <summary>A share of the items is expected to be finished within the days.</summary>
public sealed record ExpectationRequest(
    WorkCategory? Category,
    ClassOfService? ClassOfService,
    [property: Required] double? Days,
    double? Probability
)
{
    internal ServiceLevelExpectation ToExpectation() => new(Category, ClassOfService, Days ?? 0, Probability ?? 0.85);
}
