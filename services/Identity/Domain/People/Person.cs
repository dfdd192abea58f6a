using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.People;

/// <summary>
/// A person of the organisation. Never deleted, since histories refer to people: a person who leaves is deactivated.
/// Invariants: has a name and an e-mail address; roles are known, distinct and sorted; the last active administrator
/// stays one; the version grows by one with every change and with nothing else.
/// </summary>
internal sealed class Person
{
    public const int NameMaxLength = 200;
    public const int EmailMaxLength = 254;

    private Person() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string? Function { get; private set; }
    public bool IsLeader { get; private set; }
    public bool IsActive { get; private set; }
    public string[] Roles { get; private set; } = [];
    public long Version { get; private set; }

    public static Result<Person> Add(Guid id, PersonDetails details)
    {
        var person = new Person
        {
            Id = id,
            IsActive = true,
            Version = 1,
        };
        if (Refusal(details) is { } refusal)
        {
            return refusal;
        }

        person.Take(details);
        return person;
    }

    public Result Correct(PersonDetails details)
    {
        if (Refusal(details) is { } refusal)
        {
            return refusal;
        }

        if (details != Details())
        {
            Take(details);
            Version++;
        }

        return Result.Ok;
    }

    /// <param name="roles">All roles the person has from now on.</param>
    /// <param name="otherActiveAdmins">How many other active people are administrators, counted under a lock.</param>
    public Result AssignRoles(IEnumerable<string> roles, int otherActiveAdmins)
    {
        var wanted = roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (wanted.FirstOrDefault(role => !OrganisationRoles.All.Contains(role)) is { } unknown)
        {
            return PersonErrors.RoleUnknown(unknown);
        }

        if (IsActiveAdmin && !wanted.Contains(OrganisationRoles.Admin) && otherActiveAdmins == 0)
        {
            return PersonErrors.LastAdmin;
        }

        if (!wanted.SequenceEqual(Roles))
        {
            Roles = wanted;
            Version++;
        }

        return Result.Ok;
    }

    public Result Deactivate(int otherActiveAdmins)
    {
        if (IsActiveAdmin && otherActiveAdmins == 0)
        {
            return PersonErrors.LastAdmin;
        }

        if (IsActive)
        {
            IsActive = false;
            Version++;
        }

        return Result.Ok;
    }

    public void Reactivate()
    {
        if (!IsActive)
        {
            IsActive = true;
            Version++;
        }
    }

    private bool IsActiveAdmin => IsActive && Roles.Contains(OrganisationRoles.Admin);

    private PersonDetails Details() => new(Name, Email, Function, IsLeader);

    private void Take(PersonDetails details)
    {
        (Name, Email, Function, IsLeader) = (details.Name, details.Email, details.Function, details.IsLeader);
    }

    private static Error? Refusal(PersonDetails details)
    {
        if (details.Name.Length is 0 or > NameMaxLength)
        {
            return PersonErrors.NameMissing;
        }

        // Only the shape: whether the address works is shown by using it.
        var at = details.Email.IndexOf('@', StringComparison.Ordinal);
        var isAddress = at > 0 && at == details.Email.LastIndexOf('@') && at < details.Email.Length - 1;
        return isAddress && details.Email.Length <= EmailMaxLength && !details.Email.Any(char.IsWhiteSpace)
            ? null
            : PersonErrors.EmailNotAnAddress;
    }
}
