namespace FlowPlatform.Identity.Domain.Teams;

/// <summary>What an administrator keeps about a team, apart from its people. Text is trimmed.</summary>
internal sealed record TeamDetails
{
    public TeamDetails(string key, string name, string? function)
    {
        Key = key.Trim();
        Name = name.Trim();
        Function = string.IsNullOrWhiteSpace(function) ? null : function.Trim();
    }

    public string Key { get; }
    public string Name { get; }
    public string? Function { get; }
}
