using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Domain.Changes;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>What a change says. Each field belongs to a facet that approvals bind to.</summary>
public abstract record ChangeContentRequest
{
    [Required, MaxLength(ChangeContent.TitleLength)]
    public string? Title { get; init; }

    /// <summary>Why the change is made.</summary>
    [Required, MaxLength(ChangeContent.TextLength)]
    public string? Purpose { get; init; }

    /// <summary>What is changed, and what is not.</summary>
    [Required, MaxLength(ChangeContent.TextLength)]
    public string? Scope { get; init; }

    /// <summary>The systems that are touched.</summary>
    [Required, MinLength(1), MaxLength(ChangeContent.MostItems)]
    public IReadOnlyList<string>? Systems { get; init; }

    [Required]
    public RiskClass? RiskClass { get; init; }

    /// <summary>Identifies exactly what will be deployed: a commit or a build's digest.</summary>
    [MaxLength(ChangeContent.DigestLength)]
    public string? ImplementationDigest { get; init; }

    /// <summary>Where the results of the tests are.</summary>
    [MaxLength(ChangeContent.TextLength)]
    public string? TestEvidence { get; init; }

    public ImplementationWindow? Window { get; init; }

    [MaxLength(ChangeContent.TextLength)]
    public string? BackOutPlan { get; init; }

    /// <summary>Who made the implementation; none of them may approve it.</summary>
    [MaxLength(ChangeContent.MostItems)]
    public IReadOnlyList<Guid>? Authors { get; init; }

    internal ChangeContent ToContent() =>
        new()
        {
            // Required by the attributes, so present here.
            Title = Title!.Trim(),
            Purpose = Purpose!.Trim(),
            Scope = Scope!.Trim(),
            Systems = [.. Systems!.Distinct(StringComparer.OrdinalIgnoreCase)],
            RiskClass = RiskClass!.Value,
            ImplementationDigest = ImplementationDigest,
            TestEvidence = TestEvidence,
            Window = Window,
            BackOutPlan = BackOutPlan,
            Authors = [.. (Authors ?? []).Distinct()],
        };
}
