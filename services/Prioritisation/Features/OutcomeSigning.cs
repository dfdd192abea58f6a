namespace FlowPlatform.Prioritisation.Features;

/// <summary>The secret that Prioritisation and Board share, so that the board can tell an agreed outcome from a claim.</summary>
internal sealed class OutcomeSigning
{
    public const string Section = "Outcomes";
    public const int KeyLength = 16;
    public const string Missing =
        "Outcomes:SigningKey is missing or shorter than 16 characters. Give Prioritisation and Board the same secret text.";

    public string SigningKey { get; init; } = "";
}
