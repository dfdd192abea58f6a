using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>The words that ticket tools use for severities and priorities, with and without their number.</summary>
internal static class SeverityWords
{
    public static readonly IReadOnlyDictionary<string, Severity> Severities = Spelt<Severity>([
        (Severity.High, 1, ["High"]),
        (Severity.Medium, 2, ["Medium", "Moderate"]),
        (Severity.Low, 3, ["Low"]),
    ]);

    public static readonly IReadOnlyDictionary<string, Priority> Priorities = Spelt<Priority>([
        (Priority.P1, 1, ["Critical", "Highest", "Blocker", "P1"]),
        (Priority.P2, 2, ["High", "Major", "P2"]),
        (Priority.P3, 3, ["Moderate", "Medium", "Normal", "P3"]),
        (Priority.P4, 4, ["Low", "Minor", "P4"]),
        (Priority.P5, 5, ["Planning", "Lowest", "Trivial", "P5"]),
    ]);

    private static Dictionary<string, T> Spelt<T>((T Meaning, int Number, string[] Words)[] meanings)
    {
        var spelt = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var (meaning, number, words) in meanings)
        {
            spelt[$"{number}"] = meaning;
            foreach (var word in words)
            {
                spelt[word] = meaning;
                spelt[$"{number} - {word}"] = meaning;
            }
        }

        return spelt;
    }
}
