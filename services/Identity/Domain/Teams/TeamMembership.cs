namespace FlowPlatform.Identity.Domain.Teams;

internal sealed class TeamMembership
{
    private TeamMembership() { }

    public TeamMembership(Guid teamId, Guid personId, TeamRole role)
    {
        (TeamId, PersonId, Role) = (teamId, personId, role);
    }

    public Guid TeamId { get; private set; }
    public Guid PersonId { get; private set; }
    public TeamRole Role { get; internal set; }
}
