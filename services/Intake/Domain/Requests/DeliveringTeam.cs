namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>The team that takes a request on.</summary>
internal sealed record DeliveringTeam(Guid Id, string Name)
{
    private const int ShortNameLength = 3;

    /// <summary>
    /// Initials of a name of several words ("Finance Systems" gives FS), else its first letters. Teams may share a prefix: the number
    /// alone makes a key unique.
    /// </summary>
    public string KeyPrefix { get; } = PrefixOf(Name);

    private static string PrefixOf(string name)
    {
        var words = name.Split([' ', '-', '_', '/', '&'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsAsciiLetterOrDigit(word[0]))
            .ToArray();
        var letters = words switch
        {
            [] => WorkRequest.UntriagedPrefix,
            [var only] => string.Concat(only.Where(char.IsAsciiLetterOrDigit).Take(ShortNameLength)),
            _ => string.Concat(words.Take(ShortNameLength + 1).Select(word => word[0])),
        };
        return letters.ToUpperInvariant();
    }
}
