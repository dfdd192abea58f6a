namespace FlowPlatform.Prioritisation.Domain.Copies;

/// <summary>Who is in a team: they are recused from the sessions of its boards.</summary>
internal sealed class TeamCopy
{
    private TeamCopy() { }

    public TeamCopy(Guid teamId) => TeamId = teamId;

    public Guid TeamId { get; private set; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    public List<Guid> MemberIds { get; private set; } = [];

    public void Hear(long version, string name, IEnumerable<Guid> memberIds)
    {
        if (version > Version)
        {
            (Version, Name, MemberIds) = (version, name, [.. memberIds.Distinct()]);
        }
    }
}
