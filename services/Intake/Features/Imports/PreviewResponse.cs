using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>What an import would make of the first rows. Rows of one case are not brought together here.</summary>
public sealed record PreviewResponse(
    IReadOnlyList<PreviewRowResponse> Rows,
    IReadOnlyList<RejectionResponse> Rejections,
    bool IsWholeFile
);

/// <summary>One row as it would be understood.</summary>
public sealed record PreviewRowResponse(
    long Line,
    string Reference,
    string Title,
    string State,
    SourceOutcome Outcome,
    DateTimeOffset OpenedAt,
    DateTimeOffset At,
    Practice Practice,
    WorkCategory Category,
    Priority Priority
);
