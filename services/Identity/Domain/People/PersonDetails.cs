namespace FlowPlatform.Identity.Domain.People;

/// <summary>
/// What an administrator keeps about a person, apart from roles. Text is trimmed, so that a copy compares equal.
/// </summary>
internal sealed record PersonDetails
{
    public PersonDetails(string name, string email, string? function, bool isLeader)
    {
        Name = name.Trim();
        Email = email.Trim();
        Function = string.IsNullOrWhiteSpace(function) ? null : function.Trim();
        IsLeader = isLeader;
    }

    public string Name { get; }
    public string Email { get; }
    public string? Function { get; }
    public bool IsLeader { get; }
}
