using System.ComponentModel.DataAnnotations;

namespace FlowPlatform.Board.Features.Commitments;

/// <summary>
/// The key under which Prioritisation signs outcomes; both services are configured with the same one.
/// </summary>
internal sealed class OutcomeOptions
{
    internal const string Section = "Outcomes";

    [Required(
        ErrorMessage = "The configuration 'Outcomes:SigningKey' is missing: Prioritisation signs outcomes with it."
    )]
    [MinLength(16, ErrorMessage = "The configuration 'Outcomes:SigningKey' is shorter than 16 characters.")]
    public string SigningKey { get; init; } = "";
}
