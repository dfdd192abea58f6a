using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Domain.Verification;

namespace FlowPlatform.ChangeApproval.Features.Models;

/// <summary>A change model: its newest version, and which one new changes are raised under.</summary>
public sealed record ModelResponse(
    Guid Id,
    Guid? TeamId,
    string Name,
    int Number,
    int? ActiveNumber,
    IReadOnlyList<Process> Processes,
    long Version
)
{
    internal static ModelResponse From(ChangeModel model, ModelVersion latest) =>
        new(model.Id, model.TeamId, latest.Name, latest.Number, model.ActiveNumber, latest.Processes, model.Version);

    internal static ModelResponse Default { get; } =
        new(
            DefaultModel.Id,
            null,
            "Default",
            DefaultModel.Version,
            DefaultModel.Version,
            DefaultModel.Processes,
            DefaultModel.Version
        );
}

/// <summary>A certificate, when every category is certified; else the shortest run that breaks a control.</summary>
public sealed record VerificationResponse(
    Guid ModelId,
    int Number,
    bool IsCertified,
    string ProcessDigest,
    string ControlsDigest,
    int VerifierVersion,
    IReadOnlyList<CategoryFinding> Categories,
    DateTimeOffset At
)
{
    internal static VerificationResponse From(ModelVerification v) =>
        new(
            v.ModelId,
            v.ModelNumber,
            v.IsCertified,
            v.ProcessDigest,
            v.ControlsDigest,
            v.VerifierVersion,
            v.Findings,
            v.At
        );
}
