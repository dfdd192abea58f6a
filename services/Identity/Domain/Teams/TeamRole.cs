namespace FlowPlatform.Identity.Domain.Teams;

/// <summary>What a person is in a team.</summary>
internal enum TeamRole
{
    Member,
    Lead,
}
