namespace FlowPlatform.Prioritisation.Domain.Copies;

/// <summary>An internal customer and its mandate: the one representative who speaks for it, and the deputy.</summary>
internal sealed class CustomerCopy
{
    private CustomerCopy() { }

    public CustomerCopy(Guid customerId) => CustomerId = customerId;

    public Guid CustomerId { get; private set; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsActive { get; private set; }

    public Guid? RepresentativeId { get; private set; }

    public Guid? DeputyId { get; private set; }

    public void Hear(long version, string name, bool isActive, Guid? representativeId, Guid? deputyId)
    {
        if (version > Version)
        {
            (Version, Name, IsActive) = (version, name, isActive);
            (RepresentativeId, DeputyId) = (representativeId, deputyId);
        }
    }
}
