namespace FlowPlatform.ChangeApproval.Domain.Verification;

/// <summary>A result of the verifier for a version of a model, kept as it was.</summary>
internal sealed class ModelVerification
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ModelId { get; init; }
    public required int ModelNumber { get; init; }
    public required string ProcessDigest { get; init; }
    public required string ControlsDigest { get; init; }
    public required int VerifierVersion { get; init; }
    public required bool IsCertified { get; init; }
    public required IReadOnlyList<CategoryFinding> Findings { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// What was found about one category. Broken names the control that the run breaks; P is one and the same person in it.
/// </summary>
public sealed record CategoryFinding(
    string Category,
    bool IsCertified,
    int RunsExplored,
    string? Broken,
    IReadOnlyList<string> Run
)
{
    internal static CategoryFinding From(Finding finding) =>
        new(finding.Category, finding.IsCertified, finding.RunsExplored, finding.Broken, Tell(finding));

    private static List<string> Tell(Finding finding)
    {
        if (finding.IsCertified)
        {
            return [];
        }

        var raised = finding.StartsAsRequester ? "P raises the change" : "somebody else raises the change";
        var start = finding.StartsAsAuthor ? $"{raised}, P is its author" : raised;
        return [start, .. finding.Steps.Select(step => step.Describe())];
    }
}
