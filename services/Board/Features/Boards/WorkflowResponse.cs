using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>A definition of workflow at a version.</summary>
public sealed record WorkflowResponse(
    Guid BoardId,
    int Version,
    IReadOnlyList<ColumnResponse> Columns,
    IReadOnlyList<GroupResponse> Groups,
    IReadOnlyList<AllocationResponse> Allocations,
    IReadOnlyList<ClassLimitResponse> ClassLimits,
    IReadOnlyList<ExpectationResponse> Expectations,
    int PersonalLimit,
    int ExpediteLimit,
    int ExperimentLimit
);

/// <summary>A column of a definition of workflow.</summary>
public sealed record ColumnResponse(
    Guid Id,
    string Name,
    ColumnKind Kind,
    bool IsQueue,
    int? WipLimit,
    bool IsGate,
    string? EntryPolicy
);

/// <summary>One limit over several columns.</summary>
public sealed record GroupResponse(string Name, IReadOnlyList<string> Columns, int WipLimit);

/// <summary>The room of a category within the columns of a kind.</summary>
public sealed record AllocationResponse(ColumnKind Within, WorkCategory Category, int Floor, int? Ceiling);

/// <summary>A lane limit.</summary>
public sealed record ClassLimitResponse(ClassOfService ClassOfService, int WipLimit);

/// <summary>A service level expectation.</summary>
public sealed record ExpectationResponse(
    WorkCategory? Category,
    ClassOfService? ClassOfService,
    double Days,
    double Probability
);
