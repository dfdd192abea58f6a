namespace FlowPlatform.Prioritisation.Domain.Copies;

/// <summary>A person's name, and whether the person is still here.</summary>
internal sealed class PersonCopy
{
    private PersonCopy() { }

    public PersonCopy(Guid personId) => PersonId = personId;

    public Guid PersonId { get; private set; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsActive { get; private set; }

    public void Hear(long version, string name, bool isActive)
    {
        if (version > Version)
        {
            (Version, Name, IsActive) = (version, name, isActive);
        }
    }
}
