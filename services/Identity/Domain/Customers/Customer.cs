using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.Customers;

/// <summary>
/// An internal customer, who acts for it, and the one voice it has when priorities are agreed. Invariants: a person
/// acts for it in one role; representative and deputy are two of its stakeholders, the deputy only beside a
/// representative; people change only while it is active; the version grows by one with every change.
/// </summary>
internal sealed class Customer
{
    public const int NameMaxLength = 200;

    private readonly List<CustomerMembership> _members = [];

    private Customer() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public bool IsActive { get; private set; }
    public Guid? RepresentativeId { get; private set; }
    public Guid? DeputyId { get; private set; }
    public long Version { get; private set; }
    public IReadOnlyList<CustomerMembership> Members => _members;

    public static Result<Customer> Register(Guid id, string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > NameMaxLength)
        {
            return CustomerErrors.NameMissing;
        }

        return new Customer
        {
            Id = id,
            Name = trimmed,
            IsActive = true,
            Version = 1,
        };
    }

    public Result Rename(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > NameMaxLength)
        {
            return CustomerErrors.NameMissing;
        }

        if (!string.Equals(trimmed, Name, StringComparison.Ordinal))
        {
            Name = trimmed;
            Version++;
        }

        return Result.Ok;
    }

    public Result Appoint(Guid personId, CustomerRole role)
    {
        if (!IsActive)
        {
            return CustomerErrors.Inactive;
        }

        var membership = _members.Find(member => member.PersonId == personId);
        if (membership?.Role == role)
        {
            return Result.Ok;
        }

        if (Represents(personId))
        {
            return CustomerErrors.Represents;
        }

        if (membership is null)
        {
            _members.Add(new CustomerMembership(Id, personId, role));
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
            return CustomerErrors.Inactive;
        }

        if (Represents(personId))
        {
            return CustomerErrors.Represents;
        }

        if (_members.RemoveAll(member => member.PersonId == personId) == 0)
        {
            return CustomerErrors.NotAMember;
        }

        Version++;
        return Result.Ok;
    }

    public Result Mandate(Guid? representativeId, Guid? deputyId)
    {
        if (Mandates.Refusal(this, representativeId, deputyId) is { } refusal)
        {
            return refusal;
        }

        if ((representativeId, deputyId) != (RepresentativeId, DeputyId))
        {
            (RepresentativeId, DeputyId) = (representativeId, deputyId);
            Version++;
        }

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

    private bool Represents(Guid personId) => personId == RepresentativeId || personId == DeputyId;
}
