namespace FlowPlatform.Identity.Data;

/// <summary>Advisory locks, for rules over more than one row.</summary>
internal static class Locks
{
    public const long SigningKeys = 0x1D_0001;
    public const long LastAdmin = 0x1D_0002;
    public const long FirstPeople = 0x1D_0003;
}
