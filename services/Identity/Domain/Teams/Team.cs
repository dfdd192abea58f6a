using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.Teams;

/// <summary>
/// A team and who is in it. Invariants: a person is in it at most once; key and name are given; people change only
/// while it is active; the version grows by one with every change and with nothing else.
/// </summary>
internal sealed class Team
{
    public const int KeyMaxLength = 10;
    public const int NameMaxLength = 200;

    private readonly List<TeamMembership> _members = [];

    private Team() { }

    public Guid Id { get; private set; }
    public string Key { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string? Function { get; private set; }
    public bool IsActive { get; private set; }
    public long Version { get; private set; }
    public IReadOnlyList<TeamMembership> Members => _members;

    public static Result<Team> Form(Guid id, TeamDetails details)
    {
        if (Refusal(details) is { } refusal)
        {
            return refusal;
        }

        var team = new Team
        {
            Id = id,
            IsActive = true,
            Version = 1,
        };
        team.Take(details);
        return team;
    }

    public Result Correct(TeamDetails details)
    {
        if (Refusal(details) is { } refusal)
        {
            return refusal;
        }

        if (details != new TeamDetails(Key, Name, Function))
        {
            Take(details);
            Version++;
        }

        return Result.Ok;
    }

    public Result Admit(Guid personId, TeamRole role)
    {
        if (!IsActive)
        {
            return TeamErrors.Inactive;
        }

        var membership = _members.Find(member => member.PersonId == personId);
        if (membership?.Role == role)
        {
            return Result.Ok;
        }

        if (membership is null)
        {
            _members.Add(new TeamMembership(Id, personId, role));
        }
        else
        {
            membership.Role = role;
        }

        Version++;
        return Result.Ok;
    }

    public Result Release(Guid personId)
    {
        if (!IsActive)
        {
            return TeamErrors.Inactive;
        }

        if (_members.RemoveAll(member => member.PersonId == personId) == 0)
        {
            return TeamErrors.NotAMember;
        }

        Version++;
        return Result.Ok;
    }

    public void Deactivate() => Activate(false);

    public void Reactivate() => Activate(true);

    private void Activate(bool active)
    {
        if (IsActive != active)
        {
            IsActive = active;
            Version++;
        }
    }

    private void Take(TeamDetails details)
    {
        (Key, Name, Function) = (details.Key, details.Name, details.Function);
    }

    private static Error? Refusal(TeamDetails details)
    {
        if (details.Name.Length is 0 or > NameMaxLength)
        {
            return TeamErrors.NameMissing;
        }

        var isKey =
            details.Key.Length is >= 2 and <= KeyMaxLength
            && char.IsAsciiLetterUpper(details.Key[0])
            && details.Key.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
        return isKey ? null : TeamErrors.KeyInvalid;
    }
}
